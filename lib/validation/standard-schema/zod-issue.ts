import { type FieldCode, toFieldCode } from '../field-code';
import { readParams } from '../rules/read-params';
import type { RuleParams } from '../rules/rule-definition';
import { closestBranch } from './closest-branch';
import { codeIn, type IssueReader, issuesIn, type VendorIssue } from './issue-reader';

/** The codes of zod 4, then those that zod 3 spelt otherwise. */
const CODES: Readonly<Record<string, FieldCode>> = {
  invalid_type: 'VALIDATION_INVALID_TYPE',
  invalid_union: 'VALIDATION_INVALID_TYPE',
  invalid_value: 'VALIDATION_INVALID_VALUE',
  invalid_format: 'VALIDATION_INVALID_FORMAT',
  invalid_key: 'VALIDATION_INVALID_FORMAT',
  too_small: 'VALIDATION_OUT_OF_RANGE',
  too_big: 'VALIDATION_OUT_OF_RANGE',
  not_multiple_of: 'VALIDATION_OUT_OF_RANGE',
  unrecognized_keys: 'VALIDATION_UNKNOWN_FIELD',
  invalid_date: 'VALIDATION_INVALID_TYPE',
  invalid_string: 'VALIDATION_INVALID_FORMAT',
  invalid_enum_value: 'VALIDATION_INVALID_VALUE',
  invalid_literal: 'VALIDATION_INVALID_VALUE',
  invalid_union_discriminator: 'VALIDATION_INVALID_VALUE',
};

const NAMES = ['min', 'max', 'value', 'values', 'format'];
const WRONG_VALUES = new Set<unknown>(['invalid_value', 'invalid_literal', 'invalid_enum_value']);

/** English, as zod 4 and 3 write it; a text in another language is left as it is. */
const DEFAULT_TEXT =
  /^(?:Required$|Invalid (?:input|option|discriminator value|key in|value in|string: must|number: must|literal value|enum value|ISO |IPv[46] |MAC |email|URL$|url$|emoji$|UUID|uuid$|GUID$|nanoid$|cuid|ULID$|ulid$|XID$|KSUID$|base64|JSON string$|E\.164 number$|JWT$|date$)|Too (?:small|big): expected |Unrecognized key|Expected \w+, received |(?:String|Number|Array|Date|BigInt|Set) must )/;

export const zodReader: IssueReader = {
  read(issue) {
    const { code, keys, discriminator } = issue;
    const isWrongTag = code === 'invalid_union' && discriminator !== undefined;
    const isAnyOf = isWrongTag || (code === 'invalid_union' && allowedValues(issue).length > 0);
    const { code: own, ...ownParams } = readOwnParams(issue);
    return {
      rule: typeof code === 'string' ? code : 'schema',
      code: own ?? (isAnyOf ? 'VALIDATION_INVALID_VALUE' : codeOf(code)),
      params: { ...paramsOf(issue), ...ownParams },
      isDefaultText: DEFAULT_TEXT.test(issue.message),
      ...(code === 'invalid_key' && { isAboutKey: true }),
      ...(code === 'unrecognized_keys' && Array.isArray(keys) && { unknownKeys: keys.map(String) }),
    };
  },

  inner(issue) {
    const { code, path = [], key } = issue;
    if (code === 'invalid_element') {
      return within([...path, key as PropertyKey], issuesIn(issue['issues']));
    }
    if (code !== 'invalid_union') return undefined;
    const closest = closestBranch(branchesOf(issue), (inner) => WRONG_VALUES.has(inner['code']));
    return closest && within(path, closest);
  },
};

/** zod 3 has a whole error for each branch, with paths from the root. */
function branchesOf(issue: VendorIssue): readonly (readonly VendorIssue[])[] {
  const { errors, unionErrors, path = [] } = issue;
  if (Array.isArray(errors)) return errors.map(issuesIn);
  return issuesIn(unionErrors).map((error) =>
    issuesIn(error['issues']).map((inner) => ({
      ...inner,
      path: (inner.path ?? []).slice(path.length),
    })),
  );
}

function within(path: NonNullable<VendorIssue['path']>, issues: readonly VendorIssue[]) {
  return issues.map((issue) => ({ ...issue, path: [...path, ...(issue.path ?? [])] }));
}

function codeOf(code: unknown): FieldCode {
  return codeIn(CODES, code) ?? 'VALIDATION_INVALID';
}

function paramsOf(issue: VendorIssue): RuleParams {
  const { minimum, maximum, divisor, values, options, format, exact } = issue;
  const bounds = exact === true ? [minimum ?? maximum, maximum ?? minimum] : [minimum, maximum];
  const allowed =
    values ?? options ?? (issue['code'] === 'invalid_union' ? anyOf(issue) : undefined);
  return readParams(NAMES, [...bounds, divisor ?? undefined, allowed, format]);
}

function anyOf(issue: VendorIssue): readonly unknown[] | undefined {
  const values = allowedValues(issue);
  return values.length > 0 ? values : undefined;
}

/** The values of a union of literals alone. */
function allowedValues(issue: VendorIssue): readonly unknown[] {
  const firsts = branchesOf(issue).map(([first]) => first);
  const isOfValues = firsts.every(
    (first) => WRONG_VALUES.has(first?.['code']) && first?.path?.length === 0,
  );
  return isOfValues ? firsts.flatMap((first) => first?.['values'] ?? []) : [];
}

/** `refine(…, { params: { code: 'DUPLICATE', … } })`: zod hands on what its author wrote. */
function readOwnParams({ code, params }: VendorIssue): RuleParams & { readonly code?: string } {
  if (code !== 'custom' || typeof params !== 'object' || params === null) return {};
  const { code: declared, ...others } = params as Record<string, unknown>;
  const named = readParams(() => others, []);
  const isCode = typeof declared === 'string' && declared !== '';
  return isCode ? { ...named, code: toFieldCode(declared) } : named;
}
