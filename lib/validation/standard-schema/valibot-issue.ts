import type { FieldCode } from '../field-code';
import { codeIn, type IssueReader } from './issue-reader';

/** Schemas of values rather than types. */
const SCHEMA_CODES: Readonly<Record<string, FieldCode>> = {
  literal: 'VALIDATION_INVALID_VALUE',
  picklist: 'VALIDATION_INVALID_VALUE',
  enum: 'VALIDATION_INVALID_VALUE',
  variant: 'VALIDATION_INVALID_VALUE',
};

const BOUND =
  /^(?:not_)?(?:min|max|gt|lt|length|size|bytes|graphemes|words|entries|multiple_of)(?:_|$)/;
const VALUE = /^(?:not_)?values?$/;
const FREE = /^(?:check|partial_check|custom|raw_check|.*_async)$/;

/** Valibot tells types (`kind: 'schema'`) from actions on a value of the right type. */
export const readValibotIssue: IssueReader = ({ kind, type, expected }) => {
  const rule = typeof type === 'string' ? type : 'schema';
  if (kind !== 'schema') return { rule, code: codeOfAction(rule) };
  const isUnknownKey = rule === 'strict_object' && expected === 'never';
  return {
    rule,
    code: isUnknownKey
      ? 'VALIDATION_UNKNOWN_FIELD'
      : (codeIn(SCHEMA_CODES, rule) ?? 'VALIDATION_INVALID_TYPE'),
  };
};

function codeOfAction(rule: string): FieldCode {
  if (FREE.test(rule)) return 'VALIDATION_INVALID';
  if (BOUND.test(rule)) return 'VALIDATION_OUT_OF_RANGE';
  return VALUE.test(rule) ? 'VALIDATION_INVALID_VALUE' : 'VALIDATION_INVALID_FORMAT';
}
