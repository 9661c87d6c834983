import { STATUS_CODES } from 'node:http';
import type { FieldError } from '../record/field-error';
import type { FieldWording } from '../validation/messages/field-wording';
import { collapseField } from '../validation/missing-value';
import type { BuiltInFormat, DebugTexts } from './error-format';
import { type FieldEntry, toFieldEntries } from './field-entries';
import { groupByField, objectOf } from './group-by-field';
import { isoTimestamp } from './iso-timestamp';
import { jsonText } from './json-text';

/** The body of the EntryGuard guide. */
export interface FlatErrorBody {
  readonly timestamp: string;
  readonly status: number;
  readonly error: string;
  readonly message: string;
  readonly path: string;
  readonly validationErrors?: Readonly<Record<string, string>>;
  readonly fieldErrors?: readonly FieldEntry[];
  readonly debug?: DebugTexts;
}

export const flatFormat = {
  name: 'flat',
  mediaType: 'application/json',
  validationStatus: 400,
  body({ status, message, fields, details }, { timestamp, path, wording, debug }): FlatErrorBody {
    return {
      // A batch that failed in part is told nowhere else.
      ...(status === 207 && details),
      timestamp: toWholeSeconds(timestamp),
      status,
      error: STATUS_CODES[status] ?? 'Error',
      message,
      path,
      ...(fields && fields.length > 0 && membersOf(fields, wording)),
      ...(debug && { debug }),
    };
  },
  writePlain({ status, message }, { timestamp, path }) {
    const error = jsonText(STATUS_CODES[status] ?? 'Error');
    return `{"timestamp":"${toWholeSeconds(timestamp)}","status":${status},"error":${error},"message":${jsonText(message)},"path":${jsonText(path)}}`;
  },
} as const satisfies BuiltInFormat;

function membersOf(fields: readonly FieldError[], wording: FieldWording) {
  const firsts = [...groupByField(fields, wording)].map(
    ([name, group]) => [name, collapseField(group)] as const,
  );
  const write = (field: FieldError) => wording.text(field);
  const validationErrors = objectOf(firsts.map(([name, field]) => [name, write(field)] as const));
  if (!wording.listsCodes) return { validationErrors };
  const collapsed = firsts.map(([, field]) => field);
  return { validationErrors, fieldErrors: toFieldEntries(collapsed, wording, write) };
}

function toWholeSeconds(timestamp: Date): string {
  return `${isoTimestamp(timestamp).slice(0, 19)}Z`;
}
