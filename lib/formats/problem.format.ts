import { STATUS_CODES } from 'node:http';
import type { FieldError } from '../record/field-error';
import type { FieldWording } from '../validation/messages/field-wording';
import { collapseField } from '../validation/missing-value';
import type { BuiltInFormat, DebugTexts } from './error-format';
import { toFieldName, toPointer } from './field-path';
import { groupByField } from './group-by-field';
import { isoTimestamp } from './iso-timestamp';
import { jsonText } from './json-text';

/** One broken rule: a JSON Pointer into the body, or the name of a parameter or header. */
export type ProblemFieldError = {
  readonly code: string;
  readonly detail: string;
  /** Only with `exposeValues`. */
  readonly value?: unknown;
} & ({ readonly pointer: string } | { readonly parameter: string } | { readonly header: string });

/** RFC 9457 problem details; the error's own details are extension members. */
export interface ProblemErrorBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance: string;
  readonly code: string;
  readonly traceId?: string;
  readonly timestamp: string;
  readonly errors?: readonly ProblemFieldError[];
  readonly debug?: DebugTexts;
  readonly [extension: string]: unknown;
}

export const problemFormat = {
  name: 'problem',
  mediaType: 'application/problem+json',
  validationStatus: 422,
  body(record, { timestamp, traceId, path, wording, debug }): ProblemErrorBody {
    // Not in the signature: what is internal to a record is not in its public type.
    const { status, code, message, details, fields, problem } = record;
    // Details come first so that none can stand in for a member of the RFC.
    return {
      ...details,
      ...problem?.members,
      type: problem?.type ?? 'about:blank',
      title: problem?.title ?? STATUS_CODES[status] ?? 'Error',
      status,
      detail: message,
      instance: path,
      code,
      ...(traceId !== undefined && { traceId }),
      timestamp: isoTimestamp(timestamp),
      ...(fields && fields.length > 0 && { errors: toProblemErrors(fields, wording) }),
      ...(debug && { debug }),
    };
  },
  writePlain({ status, code, message }, { timestamp, traceId, path }) {
    const title = jsonText(STATUS_CODES[status] ?? 'Error');
    const trace = traceId === undefined ? '' : `"traceId":${jsonText(traceId)},`;
    return `{"type":"about:blank","title":${title},"status":${status},"detail":${jsonText(message)},"instance":${jsonText(path)},"code":${jsonText(code)},${trace}"timestamp":"${isoTimestamp(timestamp)}"}`;
  },
} as const satisfies BuiltInFormat;

function toProblemErrors(
  fields: readonly FieldError[],
  wording: FieldWording,
): ProblemFieldError[] {
  return [...groupByField(fields, wording).values()]
    .flatMap((group) => (group[0]?.isMissing === true ? [collapseField(group)] : group))
    .map((field) => ({
      ...locate(field),
      code: field.code,
      detail: wording.text(field),
      ...('value' in field && { value: field.value }),
    }));
}

function locate({ location, path }: FieldError) {
  if (location === 'body' || location === 'file') return { pointer: toPointer(path) };
  return location === 'header' ? { header: toFieldName(path) } : { parameter: toFieldName(path) };
}
