import type { FieldCode } from '../field-code';
import { readParams } from '../rules/read-params';
import type { RuleParams } from '../rules/rule-definition';
import { codeIn, type IssueReader, issuesIn, type VendorIssue } from './issue-reader';

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

/** What arktype calls `rule`, by our names. */
const PARAMS: Readonly<Record<string, readonly string[]>> = {
  pattern: ['pattern'],
  min: ['min'],
  minLength: ['min'],
  after: ['min'],
  max: ['max'],
  maxLength: ['max'],
  before: ['max'],
  exactLength: ['min', 'max'],
  divisor: ['value'],
};

export const arktypeReader: IssueReader = {
  read(issue) {
    const { code, rule: bound } = issue;
    const rule = typeof code === 'string' ? code : 'schema';
    const isInteger = code === 'divisor' && bound === 1;
    return {
      rule,
      code: isInteger ? 'VALIDATION_INVALID_TYPE' : codeOf(issue),
      params: paramsOf(issue, rule),
      isDefaultText: isDefaultText(issue),
    };
  },

  /** Several rules of one value are one error to arktype. */
  inner({ code, errors }) {
    return code === 'intersection' ? issuesIn(errors) : undefined;
  },
};

/** Undeclared keys have no code of their own: they are "expected" to be removed. */
function codeOf({ code, expected }: VendorIssue): FieldCode {
  if (code === 'predicate' && expected === 'removed') return 'VALIDATION_UNKNOWN_FIELD';
  return codeIn(CODES, code) ?? 'VALIDATION_INVALID';
}

function paramsOf({ rule: bound, errors }: VendorIssue, rule: string): RuleParams {
  if (rule === 'union') return readParams(['values'], [unitsOf(errors)]);
  const names = Object.hasOwn(PARAMS, rule) ? (PARAMS[rule] ?? []) : [];
  return readParams(
    names,
    names.map(() => bound),
  );
}

/** The values of a union of literals alone. */
function unitsOf(errors: unknown): readonly unknown[] | undefined {
  const units = issuesIn(errors);
  const isOfValues = units.length > 0 && units.every(({ code }) => code === 'unit');
  return isOfValues ? units.map(({ unit }) => unit) : undefined;
}

/** A predicate is the author's, and so is what it expects. */
function isDefaultText({ code, message, expected }: VendorIssue): boolean {
  return code !== 'predicate' && message.includes(`must be ${String(expected)}`);
}
