import type { RuleMetadata } from '../packages/rule-metadata';
import { RULE_TYPES } from '../plan/rule-types';
import { addContexts } from './add-contexts';
import { type BrokenProperty, PropertyReport } from './broken-property';
import type { Execution } from './execution';
import { argumentsOf, textOf } from './rule-text';

/** Runs `@ValidateNested()` on a property's value: once for each decorator, as class-validator does. */
export function executeNested(run: Execution, report: PropertyReport): void {
  const { plan, value } = report;
  if (value === undefined || plan.nested.length === 0) return;
  const children = report.broken?.children ?? [];
  const pendingBefore = run.pending.length;
  for (const rule of plan.nested) {
    if (run.options.stopAtFirstError && report.hasFailed) continue;
    if (Array.isArray(value) || value instanceof Set || value instanceof Map) {
      executeItems(run, report, value, children);
    } else if (value instanceof Object) {
      if (!run.accepts(value)) run.execute(run, value, children);
    } else failNested(run, rule, report.open());
  }
  // What is pending may add children yet.
  if (children.length > 0 || run.pending.length > pendingBefore) report.open().children = children;
}

function executeItems(
  run: Execution,
  { plan }: PropertyReport,
  list: unknown[] | Set<unknown> | Map<unknown, unknown>,
  broken: BrokenProperty[],
): void {
  const { skipUndefinedProperties, skipNullProperties, skipMissingProperties } = run.options;
  const executeItem = (item: unknown, index: unknown): void => {
    if (item instanceof Object && run.accepts(item)) return;
    const report = new PropertyReport(list, item, (index as number).toString(), plan, broken);
    if (item === undefined && (skipUndefinedProperties || skipMissingProperties)) return;
    if (item === null && (skipNullProperties || skipMissingProperties)) return;
    executeNested(run, report);
    addContexts(run, plan.nestedContexts, report.broken);
  };
  if (list instanceof Set) [...list].forEach(executeItem);
  else list.forEach(executeItem);
}

function failNested(run: Execution, rule: RuleMetadata, broken: BrokenProperty): void {
  const args = argumentsOf(rule, rule.target as object, broken.value);
  const text = textOf(rule, undefined, args, run.options.dismissDefaultMessages);
  broken.add(RULE_TYPES.nested, rule, text);
}
