import type { FieldCode } from '../field-code';

/** A rule's parameters by name, safe to send as JSON. */
export type RuleParams = Readonly<Record<string, unknown>>;

/** Names for a rule's constraints, `['min', 'max']`, or a function that reads them. */
export type ParamsSource =
  readonly (string | undefined)[] | ((constraints: readonly unknown[]) => RuleParams);

/** What is told of a broken rule: one row of the table of rules. */
export interface RuleDefinition {
  readonly code: FieldCode;
  /** Without a subject and a final stop; `{name}` stands for a parameter. */
  readonly text: string | ((params: RuleParams) => string);
  readonly params?: ParamsSource;
}

function ruleWithCode(code: FieldCode) {
  return (text: RuleDefinition['text'], params?: ParamsSource): RuleDefinition =>
    params ? { code, text, params } : { code, text };
}

export const required = ruleWithCode('VALIDATION_REQUIRED_FIELD');
export const unknownField = ruleWithCode('VALIDATION_UNKNOWN_FIELD');
export const notAllowed = ruleWithCode('VALIDATION_NOT_ALLOWED');
export const wrongType = ruleWithCode('VALIDATION_INVALID_TYPE');
export const wrongValue = ruleWithCode('VALIDATION_INVALID_VALUE');
export const wrongFormat = ruleWithCode('VALIDATION_INVALID_FORMAT');
export const outOfRange = ruleWithCode('VALIDATION_OUT_OF_RANGE');
export const duplicate = ruleWithCode('VALIDATION_DUPLICATE');
