import type { ClassPlan, Condition, PropertyPlan } from '../plan/class-plan';
import { BrokenProperty, PropertyReport } from './broken-property';
import { runRule } from './run-rule';
import type { Execution } from './execution';
import { executeNested } from './execute-nested';
import { addContexts } from './add-contexts';

/** Runs all rules of an object, as class-validator does: order, skipping and side effects alike. */
export function executeClass(run: Execution, object: object, broken: BrokenProperty[]): void {
  const plan = run.planOf(object.constructor);
  if (plan.failure) throw plan.failure;
  if (run.options.forbidUnknownValues && !plan.hasRules) {
    const unknown = new BrokenProperty(object, undefined, undefined, undefined);
    const text = 'an unknown value was passed to the validate function';
    unknown.add('unknownValue', undefined, text);
    broken.push(unknown);
    return;
  }
  if (run.options.whitelist) removeUnknown(run, object, plan, broken);
  for (const property of plan.properties) {
    const value = (object as Record<string, unknown>)[property.name];
    if (property.awaits && value instanceof Promise) {
      run.pending.push(
        value.then((resolved: unknown) => executeProperty(run, object, resolved, property, broken)),
      );
    } else executeProperty(run, object, value, property, broken);
  }
}

function removeUnknown(
  run: Execution,
  object: object,
  { allowed }: ClassPlan,
  broken: BrokenProperty[],
): void {
  const values = object as Record<string, unknown>;
  for (const name of Object.keys(object)) {
    if (allowed.has(name) || isSpared(name)) continue;
    if (run.options.forbidNonWhitelisted) {
      const unknown = new BrokenProperty(object, values[name], name, undefined);
      unknown.add('whitelistValidation', undefined, `property ${name} should not exist`);
      unknown.children = undefined;
      broken.push(unknown);
    } else delete values[name];
  }
}

/**
 * class-validator looks names up in a plain object, and counts what it finds there: a member named
 * `constructor` stays, one named `toString`, whose function takes nothing, goes.
 */
function isSpared(name: string): boolean {
  const inherited: unknown = Reflect.get({}, name);
  return inherited !== undefined && (inherited as Function).length !== 0;
}

function executeProperty(
  run: Execution,
  object: object,
  value: unknown,
  plan: PropertyPlan,
  broken: BrokenProperty[],
): void {
  const { options } = run;
  const report = new PropertyReport(object, value, plan.name, plan, broken);
  if (plan.conditions.length > 0 && !allHold(plan.conditions, object, value)) return;
  for (const rule of plan.defined) runRule(run, rule, report);
  addContexts(run, plan.definedContexts, report.broken);
  if (value === undefined && options.skipUndefinedProperties) return;
  if (value === null && options.skipNullProperties) return;
  if ((value === undefined || value === null) && options.skipMissingProperties) return;
  for (const rule of plan.custom) runRule(run, rule, report);
  executeNested(run, report);
  addContexts(run, plan.otherContexts, report.broken);
}

/** All conditions are asked, also after one that said no. */
function allHold(conditions: readonly Condition[], object: object, value: unknown): boolean {
  let holds = true;
  for (const condition of conditions) if (!condition(object, value)) holds = false;
  return holds;
}
