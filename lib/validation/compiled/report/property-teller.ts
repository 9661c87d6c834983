import { rankOfCode } from '../../field-code';
import { tellBrokenRule } from '../../field-errors/broken-rule';
import {
  inOrder,
  type PropertyError,
  propertyErrors,
  type RankedError,
} from '../../field-errors/property-errors';
import type { IndexedRule, RuleIndex } from '../../field-errors/rule-index';
import { labelOf } from '../../labels/label.decorator';
import { type BrokenProperty, type BrokenRule, UNTOLD } from '../execute/broken-property';
import { argumentsOf, textOf } from '../execute/rule-text';
import type { PropertyPlan } from '../plan/class-plan';

/** A client chooses which rules it breaks: of many rules, not all combinations are kept. */
const MAX_COMBINATIONS = 64;

/** What is told of broken rules, and of those with one more: found by key after key. */
interface Combination {
  told?: readonly PropertyError[];
  readonly next: Map<string, Combination>;
}

const NO_VALUE_NEEDED = 'told by our own text';

/** Tells what is broken of one property; what never changes is told once. */
export class PropertyTeller {
  readonly label: string | undefined;
  readonly #told = new Map<string, RankedError>();
  readonly #present: Combination = { next: new Map() };
  readonly #missing: Combination = { next: new Map() };
  #kept = 0;

  constructor(
    private readonly plan: PropertyPlan,
    private readonly index: RuleIndex,
  ) {
    this.label = labelOf(plan.target, plan.name);
  }

  tell(broken: BrokenProperty): readonly PropertyError[] {
    if (!this.plan.isUnambiguous) return this.#tellAmbiguous(broken);
    const isMissing = broken.value === undefined || broken.value === null;
    const combination = this.#combinationOf(broken.rules, isMissing);
    if (combination?.told) return combination.told;
    const ranked = broken.rules.map((rule) => this.#tellRule(rule, broken));
    const told = inOrder(isMissing ? ranked.map(asMissing) : ranked);
    // What was told by class-validator's text is another one for the next value.
    const isLasting = broken.rules.every(({ key }) => this.#told.has(key));
    if (combination && isLasting) combination.told = told;
    return told;
  }

  /** Undefined where any rule has no text of our own, or where enough is kept. */
  #combinationOf(rules: readonly BrokenRule[], isMissing: boolean): Combination | undefined {
    let found = isMissing ? this.#missing : this.#present;
    for (const { key, text } of rules) {
      if (text !== UNTOLD) return undefined;
      let next = found.next.get(key);
      if (next === undefined) {
        if (this.#kept >= MAX_COMBINATIONS) return undefined;
        this.#kept++;
        next = { next: new Map() };
        found.next.set(key, next);
      }
      found = next;
    }
    return found;
  }

  /** Where rules share a key, only a look at all of them tells which one has failed. */
  #tellAmbiguous({ name, value, rules, contexts }: BrokenProperty): readonly PropertyError[] {
    const constraints = Object.fromEntries(rules.map(({ key, text }) => [key, text as string]));
    const error = { property: name as string, value, constraints, ...(contexts && { contexts }) };
    const { target, name: property } = this.plan;
    return propertyErrors(error, { owner: target, property, rules: this.index });
  }

  #tellRule(broken: BrokenRule, property: BrokenProperty): RankedError {
    const known = broken.text === UNTOLD ? this.#told.get(broken.key) : undefined;
    if (known) return known;
    const told = this.#rank(broken, property);
    if (broken.text !== UNTOLD) return told;
    // A rule without the parameters that our text needs is told by class-validator's.
    if (told.field.isAuthored) return this.#rank(withText(broken, property), property);
    this.#told.set(broken.key, told);
    return told;
  }

  #rank({ key, rule, text }: BrokenRule, { contexts }: BrokenProperty): RankedError {
    const siblings = this.index.rulesOf(this.plan.target, this.plan.name);
    const indexed = siblings.findLast(
      ({ stored, ...it }) => stored === rule && it.key === key,
    ) as IndexedRule;
    const context = contexts?.[key];
    const words = text === UNTOLD ? NO_VALUE_NEEDED : text;
    const told = { key, text: typeof words === 'string' ? words : '', context, rule: indexed };
    const field = tellBrokenRule(told, siblings);
    return { field, rank: rankOfCode(field.code), position: indexed.position };
  }
}

function asMissing(told: RankedError): RankedError {
  return { ...told, field: { ...told.field, isMissing: true } };
}

function withText(broken: BrokenRule, { owner, value }: BrokenProperty): BrokenRule {
  const rule = broken.rule as NonNullable<BrokenRule['rule']>;
  const constraint = rule.constraintCls as (new () => { validate(): boolean }) | undefined;
  const args = argumentsOf(rule, owner, value);
  const instance = constraint && new constraint();
  return { ...broken, text: textOf(rule, instance && { instance }, args, false) };
}
