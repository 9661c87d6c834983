import { RULE_TYPES } from '../plan/rule-types';
import type { RuleMetadata } from '../packages/rule-metadata';
import type { BrokenProperty } from './broken-property';
import type { Execution } from './execution';

/** Adds the contexts of those rules under whose keys something has failed by now. */
export function addContexts(
  run: Execution,
  rules: readonly RuleMetadata[],
  broken: BrokenProperty | undefined,
): void {
  if (rules.length === 0 || broken === undefined) return;
  for (const rule of rules) {
    const key = keyOf(run, rule);
    if (broken.rules.some((failed) => failed.key === key && failed.text)) {
      addContext(broken, key, rule.context);
    }
  }
}

export function addContext(broken: BrokenProperty, key: string, context: object | undefined) {
  if (!context) return;
  broken.contexts ??= {};
  broken.contexts[key] = Object.assign(broken.contexts[key] ?? {}, context);
}

function keyOf(run: Execution, { type, constraintCls }: RuleMetadata): string {
  if (type !== RULE_TYPES.custom || constraintCls === undefined) return type;
  return run.constraintsOf(constraintCls)[0]?.name || type;
}
