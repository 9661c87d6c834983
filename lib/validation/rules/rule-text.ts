import type { RuleDefinition, RuleParams } from './rule-definition';

/** Before the text of a rule that each element of a list must keep. */
export const EACH = 'each element ';

const PLACEHOLDER = /\{(\w+)\}/g;

/** The text of a broken rule, or undefined where it needs a parameter that is not known. */
export function ruleText({ text }: RuleDefinition, params: RuleParams): string | undefined {
  const template = typeof text === 'function' ? text(params) : text;
  let isComplete = true;
  const filled = template.replace(PLACEHOLDER, (_, name: string) => {
    isComplete &&= Object.hasOwn(params, name);
    return formatParam(params[name]);
  });
  return isComplete ? filled : undefined;
}

/** A parameter as texts show it. */
export function formatParam(param: unknown): string {
  if (Array.isArray(param)) return param.map(formatParam).join(', ');
  if (typeof param === 'object' && param !== null) return JSON.stringify(param);
  return String(param);
}
