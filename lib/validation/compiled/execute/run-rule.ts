import type { Constraint } from '../packages/rule-metadata';
import type { RulePlan } from '../plan/class-plan';
import { addContext } from './add-contexts';
import { type BrokenProperty, type PropertyReport, UNTOLD } from './broken-property';
import type { Execution } from './execution';
import { argumentsOf, textOf } from './rule-text';

/** Runs one rule on a property's value, or on each item of a list. */
export function runRule(run: Execution, plan: RulePlan, report: PropertyReport): void {
  const { metadata, builtIn } = plan;
  const { owner, value } = report;
  if (metadata.validateIf && !metadata.validateIf(owner, value)) return;
  const items = plan.isEach ? itemsOf(value) : undefined;
  if (builtIn) {
    // Before any test: validator.js throws at some texts, such as half of a surrogate pair.
    if (run.options.stopAtFirstError && report.hasFailed) return;
    const { test, constraint } = builtIn;
    const isSure = items ? items.every((item) => test.accepts(item)) : test.accepts(value);
    if (isSure) return;
    const rule = { run, plan, constraint, items };
    if (items === undefined && test.refuses?.(value)) fail(rule, report.open());
    else runConstraint(rule, report);
    return;
  }
  for (const constraint of run.constraintsOf(metadata.constraintCls as Function)) {
    runConstraint({ run, plan, constraint, items }, report);
  }
}

interface RuleRun {
  readonly run: Execution;
  readonly plan: RulePlan;
  readonly constraint: Constraint;
  readonly items: readonly unknown[] | undefined;
}

function runConstraint(rule: RuleRun, report: PropertyReport): void {
  const { run, plan, constraint, items } = rule;
  if (run.options.stopAtFirstError && report.hasFailed) return;
  const args = argumentsOf(plan.metadata, report.owner, report.value);
  if (items === undefined) {
    const answer = constraint.instance.validate(report.value, args);
    if (isPromise(answer)) awaitAnswer(rule, report, answer);
    else if (!answer) fail(rule, report.open());
    return;
  }
  const answers = items.map((item) => constraint.instance.validate(item, args));
  if (answers.some(isPromise)) {
    awaitAnswer(
      rule,
      report,
      Promise.all(answers).then((all) => all.every(Boolean)),
    );
  } else if (!answers.every(Boolean)) fail(rule, report.open());
}

function awaitAnswer(rule: RuleRun, report: PropertyReport, answer: PromiseLike<unknown>): void {
  const broken = report.open();
  const settle = (isValid: unknown): void => {
    if (isValid) return;
    fail(rule, broken);
    addContext(broken, keyOf(rule), rule.plan.metadata.context);
  };
  rule.run.pending.push(answer.then(settle) as Promise<void>);
}

function fail(rule: RuleRun, broken: BrokenProperty): void {
  const { run, plan, constraint } = rule;
  const { tellsTexts, dismissDefaultMessages } = run.options;
  const isTold = tellsTexts || dismissDefaultMessages || !plan.hasOwnText;
  if (!isTold) {
    broken.add(keyOf(rule), plan.metadata, UNTOLD);
    return;
  }
  const args = argumentsOf(plan.metadata, broken.owner, broken.value);
  const text = textOf(plan.metadata, constraint, args, dismissDefaultMessages);
  broken.add(keyOf(rule), plan.metadata, text);
}

function keyOf({ plan, constraint }: RuleRun): string {
  return constraint.name || plan.metadata.type;
}

function itemsOf(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value;
  return value instanceof Set || value instanceof Map ? [...value.values()] : undefined;
}

function isPromise(value: unknown): value is PromiseLike<unknown> {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof (value as { then?: unknown }).then === 'function'
  );
}
