import type { FieldCode } from '../field-code';
import { readParams } from '../rules/read-params';
import { codeIn, type IssueReader } from './issue-reader';

/** The codes of zod 4, then those that zod 3 spelt otherwise. */
const CODES: Readonly<Record<string, FieldCode>> = {
  invalid_type: 'VALIDATION_INVALID_TYPE',
  invalid_union: 'VALIDATION_INVALID_TYPE',
  invalid_value: 'VALIDATION_INVALID_VALUE',
  invalid_format: 'VALIDATION_INVALID_FORMAT',
  too_small: 'VALIDATION_OUT_OF_RANGE',
  too_big: 'VALIDATION_OUT_OF_RANGE',
  not_multiple_of: 'VALIDATION_OUT_OF_RANGE',
  unrecognized_keys: 'VALIDATION_UNKNOWN_FIELD',
  invalid_date: 'VALIDATION_INVALID_TYPE',
  invalid_string: 'VALIDATION_INVALID_FORMAT',
  invalid_enum_value: 'VALIDATION_INVALID_VALUE',
  invalid_literal: 'VALIDATION_INVALID_VALUE',
};

export const readZodIssue: IssueReader = (issue) => {
  const { code, keys, minimum, maximum, divisor, values, format } = issue;
  const constraints = [minimum, maximum, divisor ?? undefined, values, format];
  return {
    rule: typeof code === 'string' ? code : 'schema',
    code: codeIn(CODES, code) ?? 'VALIDATION_INVALID',
    params: readParams(['min', 'max', 'value', 'values', 'format'], constraints),
    ...(code === 'unrecognized_keys' && Array.isArray(keys) && { unknownKeys: keys.map(String) }),
  };
};
