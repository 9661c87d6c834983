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
  readonly #byClass = new WeakMap<Function, RulesByProperty>();

  constructor(
    private readonly storage: RuleStorage | undefined,
    private readonly selection: RuleSelection,
  ) {}

  rulesOf(owner: Function, property: string, failed: string): readonly IndexedRule[] {
    const known = this.#byClass.get(owner)?.get(property);
    if (known?.some(({ key }) => key === failed)) return known;
    // A class may have got decorators since, so that a miss is looked up anew.
    const rules = this.#read(owner);
    this.#byClass.set(owner, rules);
    return rules.get(property) ?? [];
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
