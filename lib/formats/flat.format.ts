import { STATUS_CODES } from 'node:http';
import type { FieldError } from '../record/field-error';
import { collapseField } from '../validation/missing-value';
import type { DebugTexts, ErrorFormat } from './error-format';
import { groupByField, objectOf } from './group-by-field';

/** The body of the EntryGuard guide. */
export interface FlatErrorBody {
  readonly timestamp: string;
  readonly status: number;
  readonly error: string;
  readonly message: string;
  readonly path: string;
  readonly validationErrors?: Readonly<Record<string, string>>;
  readonly debug?: DebugTexts;
}

export const flatFormat = {
  name: 'flat',
  mediaType: 'application/json',
  validationStatus: 400,
  body({ status, message, fields, details }, { timestamp, path, debug }): FlatErrorBody {
    return {
      // A batch that failed in part is told nowhere else.
      ...(status === 207 && details),
      timestamp: toWholeSeconds(timestamp),
      status,
      error: STATUS_CODES[status] ?? 'Error',
      message,
      path,
      ...(fields && fields.length > 0 && { validationErrors: firstByField(fields) }),
      ...(debug && { debug }),
    };
  },
} as const satisfies ErrorFormat;

function firstByField(fields: readonly FieldError[]): Record<string, string> {
  return objectOf(
    [...groupByField(fields)].map(([name, group]) => [name, collapseField(group).message] as const),
  );
}

function toWholeSeconds(timestamp: Date): string {
  return `${timestamp.toISOString().slice(0, 19)}Z`;
}
