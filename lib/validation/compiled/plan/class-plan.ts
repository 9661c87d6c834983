import type { Constraint, RuleMetadata } from '../packages/rule-metadata';
import type { SureTest } from '../sure/sure-test';

/** One rule of one property, ready to run. */
export interface RulePlan {
  readonly metadata: RuleMetadata;
  readonly isEach: boolean;
  /** The validator of a rule that is proven to be class-validator's own. */
  readonly builtIn: BuiltInPlan | undefined;
  /** Field errors have a text of their own for it, whatever class-validator would say. */
  readonly hasOwnText: boolean;
}

export interface BuiltInPlan {
  readonly constraint: Constraint;
  readonly test: SureTest;
}

/** What decides whether the rules of a property run at all. */
export type Condition = (object: object, value: unknown) => unknown;

/** The rules of one property, in the groups in which class-validator runs them. */
export interface PropertyPlan {
  readonly target: Function;
  readonly name: string;
  readonly conditions: readonly Condition[];
  /** The conditions are those of `@IsOptional()`, one at least. */
  readonly isOptional: boolean;
  /** No two of its rules fail under the same key. */
  readonly isUnambiguous: boolean;
  readonly defined: readonly RulePlan[];
  readonly custom: readonly RulePlan[];
  readonly nested: readonly RuleMetadata[];
  /** `@ValidatePromise()`: a promise is resolved before its rules run. */
  readonly awaits: boolean;
  readonly definedContexts: readonly RuleMetadata[];
  readonly otherContexts: readonly RuleMetadata[];
  readonly nestedContexts: readonly RuleMetadata[];
  /** Why no code can tell that this property is valid; undefined where it can. */
  readonly uncertainty: string | undefined;
}

/** The rules of one class under one selection of groups. */
export interface ClassPlan {
  readonly target: Function;
  readonly hasRules: boolean;
  /** What class-validator throws at every use: a property is called as every object's members. */
  readonly failure: TypeError | undefined;
  /** Names that `whitelist` keeps. */
  readonly allowed: ReadonlySet<string>;
  readonly properties: readonly PropertyPlan[];
}
