import type { FieldCode } from '../field-code';
import { codeIn, type IssueReader } from './issue-reader';

const CODES: Readonly<Record<string, FieldCode>> = {
  required: 'VALIDATION_REQUIRED_FIELD',
  domain: 'VALIDATION_INVALID_TYPE',
  proto: 'VALIDATION_INVALID_TYPE',
  union: 'VALIDATION_INVALID_VALUE',
  unit: 'VALIDATION_INVALID_VALUE',
  pattern: 'VALIDATION_INVALID_FORMAT',
  min: 'VALIDATION_OUT_OF_RANGE',
  max: 'VALIDATION_OUT_OF_RANGE',
  minLength: 'VALIDATION_OUT_OF_RANGE',
  maxLength: 'VALIDATION_OUT_OF_RANGE',
  exactLength: 'VALIDATION_OUT_OF_RANGE',
  divisor: 'VALIDATION_OUT_OF_RANGE',
  before: 'VALIDATION_OUT_OF_RANGE',
  after: 'VALIDATION_OUT_OF_RANGE',
};

/** Undeclared keys have no code of their own: they are "expected" to be removed. */
export const readArktypeIssue: IssueReader = ({ code, expected }) => {
  const isUnknownKey = code === 'predicate' && expected === 'removed';
  return {
    rule: typeof code === 'string' ? code : 'schema',
    code: isUnknownKey ? 'VALIDATION_UNKNOWN_FIELD' : (codeIn(CODES, code) ?? 'VALIDATION_INVALID'),
  };
};
