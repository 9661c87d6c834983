import type { PropertyPlan } from '../plan/class-plan';
import type { RuleMetadata } from '../packages/rule-metadata';

/** Stands for a text that nobody will read. */
export const UNTOLD = Symbol('untold');

export type RuleText = string | undefined | typeof UNTOLD;

/** One rule that failed, under the key by which class-validator reports it. */
export interface BrokenRule {
  readonly key: string;
  /** Undefined for what is no rule of a property: unknown values, properties that are not allowed. */
  rule: RuleMetadata | undefined;
  /** class-validator's text, which a message function may leave undefined. */
  text: RuleText;
}

/** What is wrong with one property, or with one item of a list that it holds. */
export class BrokenProperty {
  readonly rules: BrokenRule[] = [];
  contexts: Record<string, object> | undefined;
  /** Undefined for a property that is not allowed, as class-validator has it. */
  children: BrokenProperty[] | undefined = [];

  constructor(
    /** The object, or the list, that holds the value. */
    readonly owner: object,
    readonly value: unknown,
    /** Undefined where the whole object is refused. */
    readonly name: string | undefined,
    /** Items of a list share the plan of the property that holds it. */
    readonly plan: PropertyPlan | undefined,
  ) {}

  /** A later failure under the same key replaces the text, not the place. */
  add(key: string, rule: RuleMetadata | undefined, text: RuleText): void {
    const known = this.rules.find((broken) => broken.key === key);
    if (known === undefined) this.rules.push({ key, rule, text });
    else Object.assign(known, { rule, text });
  }
}

/** Makes the entry of a property when its first rule fails, in its place among its siblings. */
export class PropertyReport {
  #broken: BrokenProperty | undefined;

  constructor(
    readonly owner: object,
    readonly value: unknown,
    readonly name: string,
    readonly plan: PropertyPlan,
    private readonly siblings: BrokenProperty[],
  ) {}

  get broken(): BrokenProperty | undefined {
    return this.#broken;
  }

  get hasFailed(): boolean {
    return this.#broken !== undefined && this.#broken.rules.length > 0;
  }

  open(): BrokenProperty {
    if (this.#broken === undefined) {
      this.#broken = new BrokenProperty(this.owner, this.value, this.name, this.plan);
      this.siblings.push(this.#broken);
    }
    return this.#broken;
  }
}
