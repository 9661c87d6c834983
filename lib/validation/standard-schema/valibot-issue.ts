import type { FieldCode } from '../field-code';
import { readParams } from '../rules/read-params';
import type { RuleParams } from '../rules/rule-definition';
import { codeIn, type IssueReader, type VendorIssue } from './issue-reader';

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
const FREE = /^(?:check|partial_check|custom|raw_check|raw_transform|.*_async)$/;
const EXACT = /^(?:length|size|bytes|graphemes|words|entries)$/;

/** Valibot tells types (`kind: 'schema'`) from actions on a value of the right type. */
export const valibotReader: IssueReader = {
  read(issue) {
    const { kind, type, expected } = issue;
    const rule = typeof type === 'string' ? type : 'schema';
    const told = { rule, params: paramsOf(issue, rule), isDefaultText: isDefaultText(issue) };
    if (kind !== 'schema') {
      return { ...told, code: codeOfAction(rule), ...(isOfKey(issue) && { isAboutKey: true }) };
    }
    const isUnknownKey = rule === 'strict_object' && expected === 'never';
    return {
      ...told,
      code: isUnknownKey
        ? 'VALIDATION_UNKNOWN_FIELD'
        : (codeIn(SCHEMA_CODES, rule) ?? 'VALIDATION_INVALID_TYPE'),
    };
  },
};

function codeOfAction(rule: string): FieldCode {
  if (FREE.test(rule)) return 'VALIDATION_INVALID';
  if (BOUND.test(rule)) return 'VALIDATION_OUT_OF_RANGE';
  return VALUE.test(rule) ? 'VALIDATION_INVALID_VALUE' : 'VALIDATION_INVALID_FORMAT';
}

/** Built-in formats keep their regular expressions to themselves. */
function paramsOf({ requirement }: VendorIssue, rule: string): RuleParams {
  if (requirement === undefined || typeof requirement === 'function') return {};
  if (requirement instanceof RegExp) {
    return rule === 'regex' ? readParams(['pattern'], [requirement]) : {};
  }
  if (EXACT.test(rule)) return readParams(['min', 'max'], [requirement, requirement]);
  const [bound = ''] = /^(?:min|max|gt|lt)/.exec(rule) ?? [];
  const names: Readonly<Record<string, string>> = { min: 'min', gt: 'min', max: 'max', lt: 'max' };
  return readParams([names[bound] ?? 'value'], [requirement]);
}

/** A rule for the keys of a record: its path ends in the key, as that of a value would. */
function isOfKey({ path }: VendorIssue): boolean {
  const last: unknown = path?.at(-1);
  return (last as { origin?: unknown } | undefined)?.origin === 'key';
}

function isDefaultText({ message, received }: VendorIssue): boolean {
  return message.startsWith('Invalid ') && message.endsWith(`eceived ${String(received)}`);
}
