import { closestName } from '../../closest-name';
import { arrayRules } from './array-rules';
import { dateRules } from './date-rules';
import { encodingRules } from './encoding-rules';
import { financeRules } from './finance-rules';
import { identifierRules } from './identifier-rules';
import { internetRules } from './internet-rules';
import { numberRules } from './number-rules';
import { pipeRules } from './pipe-rules';
import { placeRules } from './place-rules';
import { presenceRules } from './presence-rules';
import type { RuleDefinition } from './rule-definition';
import { stringRules } from './string-rules';
import { typeRules } from './type-rules';

type ClassValidator = typeof import('class-validator');

/** A name of the library's that is typed as its own text is the key of a rule. */
type KeyOf<Name> = string extends Name ? never : Extract<Name, string>;

/** Every key that class-validator exports, and two it does not type; `isOptional` never fails. */
type LibraryRule =
  | Exclude<
      { [Name in keyof ClassValidator]: KeyOf<ClassValidator[Name]> }[keyof ClassValidator],
      'isOptional'
    >
  | 'isDefined'
  | 'nestedValidation';

/** A rule without a row does not compile. */
const RULES = {
  ...presenceRules,
  ...typeRules,
  ...arrayRules,
  ...numberRules,
  ...dateRules,
  ...stringRules,
  ...encodingRules,
  ...internetRules,
  ...identifierRules,
  ...financeRules,
  ...placeRules,
  ...pipeRules,
} satisfies Record<LibraryRule, RuleDefinition>;

/** A key of the table. */
export type KnownRule = keyof typeof RULES;

const BY_KEY: ReadonlyMap<string, RuleDefinition> = new Map(Object.entries(RULES));

/** The row of a rule; undefined for rules of the application. */
export function ruleDefinition(rule: string): RuleDefinition | undefined {
  return BY_KEY.get(rule);
}

/** The known rule that a name is a typing error away from: rules of applications have any name. */
export function misspeltRule(name: string): string | undefined {
  return closestName(name, BY_KEY.keys());
}
