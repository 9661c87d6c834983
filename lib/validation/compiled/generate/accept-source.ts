import type { ExecutionOptions } from '../execute/execution';
import type { BuiltInPlan, ClassPlan, PropertyPlan, RulePlan } from '../plan/class-plan';
import type { GeneratedClass } from './generated-class';
import type { SourceScope } from './source-scope';

/** What the generated test of a class refers to. */
export interface AcceptParts {
  readonly scope: SourceScope;
  /** The class that `@Type()` declares for a property, with the function that accepts it. */
  readonly nestedOf: (property: string) => NestedAccept | undefined;
  readonly skips: readonly ('undefined' | 'null')[];
}

export interface NestedAccept {
  readonly target: Function;
  /** Generated after this one, perhaps. */
  readonly generated: GeneratedClass;
}

/** A function that says of an instance: surely valid. Whatever is unclear is not. */
export function acceptSource({ properties }: ClassPlan, parts: AcceptParts): string {
  return `(object) => {
let value;
${properties.map((it) => propertySource(it, parts)).join('\n')}
return true;
}`;
}

function propertySource(plan: PropertyPlan, parts: AcceptParts): string {
  const defined = plan.defined.map((rule) => ruleSource(rule, parts.scope)).join('\n');
  const custom = plan.custom.map((rule) => ruleSource(rule, parts.scope)).join('\n');
  const nested = plan.nested.length > 0 ? nestedSource(plan, parts) : '';
  const skipped = parts.skips.map((it) => `value !== ${it}`);
  const rest =
    skipped.length > 0
      ? `if (${skipped.join(' && ')}) {\n${custom}\n${nested}\n}`
      : `${custom}\n${nested}`;
  const checks = `${defined}\n${rest}`;
  if (checks.trim() === '') return '';
  const read = `value = object[${JSON.stringify(plan.name)}];`;
  return plan.isOptional
    ? `${read}\nif (value !== undefined && value !== null) {\n${checks}\n}`
    : `${read}\n${checks}`;
}

/** Of classes that are certain: each of their rules is a built-in one. */
function ruleSource({ builtIn, isEach }: RulePlan, scope: SourceScope): string {
  const { test } = builtIn as BuiltInPlan;
  const name = test.source ? '' : scope.add(test.accepts);
  const expression = (value: string) => test.source?.(value) ?? `${name}(${value})`;
  if (!isEach) return `if (!(${expression('value')})) return false;`;
  return `if (isArray(value)) { for (const item of value) if (!(${expression('item')})) return false; } else if (isCollection(value) || !(${expression('value')})) return false;`;
}

function nestedSource({ name }: PropertyPlan, { scope, nestedOf }: AcceptParts): string {
  const nested = nestedOf(name);
  if (nested === undefined) return 'if (value !== undefined) return false;';
  const target = scope.add(nested.target);
  const generated = scope.add(nested.generated);
  const refused = (value: string) =>
    `typeof ${value} !== 'object' || ${value} === null || ${value}.constructor !== ${target} || !${generated}.accepts(${value})`;
  return `if (isArray(value)) { for (const item of value) if (${refused('item')}) return false; } else if (value !== undefined && (${refused('value')})) return false;`;
}

/** Missing values that are valid, whatever the rules. */
export function skipsOf(options: ExecutionOptions): ('undefined' | 'null')[] {
  const { skipUndefinedProperties, skipNullProperties, skipMissingProperties } = options;
  return [
    ...(skipUndefinedProperties || skipMissingProperties ? (['undefined'] as const) : []),
    ...(skipNullProperties || skipMissingProperties ? (['null'] as const) : []),
  ];
}
