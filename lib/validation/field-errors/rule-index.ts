import {
  type MetadataWatch,
  RULE_ADDERS,
  watchMetadata,
} from '../compiled/packages/metadata-watch';

/** A rule as class-validator stores it. */
export interface StoredRule {
  readonly type: string;
  readonly propertyName: string;
  readonly constraints?: readonly unknown[];
  readonly constraintCls?: Function;
  readonly message?: unknown;
  readonly each?: boolean;
}

interface StoredConstraint {
  readonly name?: string;
  readonly instance: { validate(value: unknown, args: object): unknown };
}

/** The part of class-validator's metadata storage that is read here. */
export interface RuleStorage {
  getTargetValidationMetadatas(
    target: Function,
    schema: string | undefined,
    always: boolean,
    strictGroups: boolean,
    groups: string[] | undefined,
  ): readonly StoredRule[];
  getTargetValidatorConstraints(constraint: Function): readonly StoredConstraint[];
}

/** Which rules apply: the same options that class-validator validates with. */
export interface RuleSelection {
  readonly always?: boolean;
  readonly strictGroups?: boolean;
  readonly groups?: string[];
}

/** One rule of a property, under the key by which its failure is known. */
export interface IndexedRule {
  readonly key: string;
  /** Its place among the rules of the property: decorators run bottom-up. */
  readonly position: number;
  readonly stored: StoredRule;
  readonly constraint: StoredConstraint | undefined;
}

type RulesByProperty = ReadonlyMap<string, readonly IndexedRule[]>;

/** Finds the rules of a class by property: a ValidationError tells neither parameters nor order. */
export class RuleIndex {
  #byClass = new WeakMap<Function, RulesByProperty>();
  #epoch = 0;
  readonly #watch: MetadataWatch | undefined;

  constructor(
    private readonly storage: RuleStorage | undefined,
    private readonly selection: RuleSelection,
  ) {
    this.#watch = storage && watchMetadata(storage, RULE_ADDERS);
  }

  rulesOf(owner: Function, property: string): readonly IndexedRule[] {
    this.#refresh();
    let rules = this.#byClass.get(owner);
    if (rules === undefined) {
      rules = this.#read(owner);
      this.#byClass.set(owner, rules);
    }
    return rules.get(property) ?? [];
  }

  /** Any class may have got decorators since, or one that it extends. */
  #refresh(): void {
    const epoch = this.#watch?.epoch() ?? 0;
    if (epoch === this.#epoch) return;
    this.#epoch = epoch;
    this.#byClass = new WeakMap();
  }

  #read(owner: Function): RulesByProperty {
    const { always = false, strictGroups = false, groups } = this.selection;
    const rules = new Map<string, IndexedRule[]>();
    const stored =
      this.storage?.getTargetValidationMetadatas(owner, undefined, always, strictGroups, groups) ??
      [];
    for (const rule of stored) {
      const ofProperty = rules.get(rule.propertyName) ?? [];
      rules.set(rule.propertyName, ofProperty);
      const position = ofProperty.length;
      for (const constraint of this.#constraintsOf(rule)) {
        ofProperty.push({
          key: constraint?.name || rule.type,
          position,
          stored: rule,
          constraint,
        });
      }
    }
    return rules;
  }

  #constraintsOf({ constraintCls }: StoredRule): readonly (StoredConstraint | undefined)[] {
    const constraints = constraintCls && this.storage?.getTargetValidatorConstraints(constraintCls);
    return constraints && constraints.length > 0 ? constraints : [undefined];
  }
}
