import type { RuleStorage, StoredRule } from '../../field-errors/rule-index';

/** One decorator of class-validator on one property, as its storage keeps it. */
export interface RuleMetadata extends StoredRule {
  readonly name?: string;
  readonly target: unknown;
  readonly context?: object;
  readonly validateIf?: (object: object, value: unknown) => unknown;
}

/** What class-validator hands to validators and to functions that make messages. */
export interface RuleArguments {
  readonly targetName: string | undefined;
  readonly property: string;
  readonly object: unknown;
  readonly value: unknown;
  readonly constraints: readonly unknown[] | undefined;
}

/** The validator behind a rule; class-validator asks its container for it at every use. */
export interface Constraint {
  readonly name?: string;
  readonly async?: boolean;
  readonly instance: ConstraintInstance;
}

export interface ConstraintInstance {
  validate(value: unknown, args: RuleArguments): unknown;
  defaultMessage?(args: RuleArguments): unknown;
}

/** class-validator's storage: the part that plans are made from. */
export interface ValidatorStorage extends RuleStorage {
  getTargetValidationMetadatas(
    ...selection: Parameters<RuleStorage['getTargetValidationMetadatas']>
  ): readonly RuleMetadata[];
  groupByPropertyName(rules: readonly RuleMetadata[]): Record<string, readonly RuleMetadata[]>;
  getTargetValidatorConstraints(constraint: Function): readonly Constraint[];
}
