import type { MapperContext } from '../record/error-mapper';
import type { ErrorRecord } from '../record/error-record';
import type { FieldError } from '../record/field-error';
import type { ConstraintEntry, Constraints } from './constraint-registry';
import { conventionalColumn } from './conventional-column';
import type { DatabaseFailure } from './database-failure';
import { FAILURE_MEANINGS, type SettledKind } from './failure-meanings';
import { findSentField, type SentField } from './sent-field';

/** A failure whose side of a foreign key is decided. */
interface SettledFailure extends DatabaseFailure {
  readonly kind: SettledKind;
}

/** What one failure adds to the answer. */
interface FailurePart {
  readonly code: string;
  readonly message: string | undefined;
  readonly fields: readonly FieldError[];
}

/**
 * Failures → record. Where fields are known, `VALIDATION_*` failures are field errors of
 * VALIDATION_FAILED; any other code stays that of the answer and has the fields beside it.
 * Where none is known, the answer has the plain code and the catalogue's text.
 */
export function failureRecord(
  failures: readonly SettledFailure[],
  constraints: Constraints,
  context: MapperContext,
  cause: unknown,
): ErrorRecord {
  const parts = failures.map((failure) => toPart(failure, constraints, context.request));
  const fields = parts.flatMap((part) => part.fields);
  const code = codeOf(parts, fields.length > 0);
  const [first] = failures;
  return context.record(code, {
    ...(first && FAILURE_MEANINGS[first.kind].changes),
    message: fields.length === 0 && parts.length === 1 ? parts[0]?.message : undefined,
    fields: fields.length > 0 ? fields : undefined,
    cause,
  });
}

function codeOf(parts: readonly FailurePart[], hasFields: boolean): string {
  const [code = 'VALIDATION_FAILED', ...others] = new Set(parts.map((part) => part.code));
  const isOneCode = others.length === 0;
  return isOneCode && !(hasFields && isValidation(code)) ? code : 'VALIDATION_FAILED';
}

function toPart(failure: SettledFailure, constraints: Constraints, request: unknown): FailurePart {
  const meaning = FAILURE_MEANINGS[failure.kind];
  if (!meaning.field) return { code: meaning.code, message: undefined, fields: [] };
  const entry = constraints.entryOf(failure);
  const places = entry
    ? placesOfEntry(entry, request)
    : columnsOf(failure).flatMap((column) => placeOf(column, failure, constraints, request) ?? []);
  const { code = meaning.code, message = meaning.field.message } = entry ?? {};
  const field = {
    ...meaning.field,
    code: entry?.code !== undefined && isValidation(entry.code) ? entry.code : meaning.field.code,
    params: {},
    message,
    isAuthored: !/^\p{Ll}/u.test(message),
  };
  return { code, message: entry?.message, fields: places.map((place) => ({ ...place, ...field })) };
}

function placesOfEntry({ field }: ConstraintEntry, request: unknown): readonly SentField[] {
  return field === undefined ? [] : [placeOfField(field, request)];
}

/** A field of the registry is named whether or not the client sent it. */
function placeOfField(field: string, request: unknown): SentField {
  return findSentField(field, request) ?? { path: field.split('.'), location: 'body' };
}

function placeOf(
  column: string,
  { table }: DatabaseFailure,
  constraints: Constraints,
  request: unknown,
): SentField | undefined {
  const field = constraints.fieldOf(table, column);
  return field === undefined ? findSentField(column, request) : placeOfField(field, request);
}

function columnsOf({ columns, constraint, table }: DatabaseFailure): readonly string[] {
  if (columns) return columns;
  return constraint === undefined ? [] : [conventionalColumn(constraint, table)];
}

function isValidation(code: string): boolean {
  return code.startsWith('VALIDATION_');
}
