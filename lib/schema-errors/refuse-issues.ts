import { ValidationException } from '../catalog/validation-exception';
import type { MapperContext } from '../record/error-mapper';
import { readMember, readText } from '../thrown/read-member';
import { FieldErrorList } from '../validation/field-errors/field-error-list';
import { addIssues } from '../validation/standard-schema/add-issues';
import type { SchemaIssue } from '../validation/standard-schema/standard-schema';
import { resolveValidationOptions } from '../validation/validation.options';
import { placeOf } from './field-place';
import { quotesValue } from './quotes-value';
import { receivedValue } from './received-value';

/** What a schema threw. */
export interface ThrownIssues {
  readonly vendor: string;
  readonly issues: unknown;
  readonly thrown: unknown;
  /** A schema wrote the texts, without a doubt. @default true */
  readonly isVouchedFor?: boolean;
}

const LIMITS = resolveValidationOptions({});
const MAX_PATH_LENGTH = 64;
const BRANCHES = ['errors', 'unionErrors', 'issues'];

/** Issues of a schema that a handler applied → a validation failure of the request. */
export function refuseIssues(
  { vendor, issues, thrown, isVouchedFor = true }: ThrownIssues,
  { request }: MapperContext,
): ValidationException | undefined {
  if (!Array.isArray(issues) || issues.length === 0) return undefined;
  const list = new FieldErrorList(LIMITS);
  for (const issue of issues) {
    if (list.isFull) break;
    if (!isIssue(issue)) return undefined;
    const place = placeOf(keyOf(issue.path?.[0]), request);
    const value = receivedValue(issue, place.part);
    const root = { path: [], location: place.location };
    const isSafe = place.isFound || (isVouchedFor && !quotesValue(issue));
    const told = withoutBranches(isSafe ? issue : withoutText(issue));
    addIssues({ vendor, issues: [told], value, root }, list);
  }
  return new ValidationException(list.toFields('body'), { cause: thrown });
}

function isIssue(issue: unknown): issue is SchemaIssue {
  const path = readMember(issue, 'path');
  const isPath = path === undefined || (Array.isArray(path) && path.length <= MAX_PATH_LENGTH);
  return isPath && readText(issue, 'message') !== undefined;
}

/** A step is a key, or an object that has one. */
function keyOf(step: unknown): PropertyKey | undefined {
  const key = typeof step === 'object' ? readMember(step, 'key') : step;
  return ['string', 'number', 'symbol'].includes(typeof key) ? (key as PropertyKey) : undefined;
}

/** What stands behind a union's issue may quote what the issue itself does not. */
function withoutBranches(issue: SchemaIssue): SchemaIssue {
  if (!BRANCHES.some((member) => member in issue)) return issue;
  const hidden = BRANCHES.map((member) => [member, { value: undefined }] as const);
  return Object.create(issue, Object.fromEntries(hidden)) as SchemaIssue;
}

/** A text that quotes a value is shown to the client that sent the value, and to nobody else. */
function withoutText(issue: SchemaIssue): SchemaIssue {
  return Object.create(issue, { message: { value: 'Invalid value' } }) as SchemaIssue;
}
