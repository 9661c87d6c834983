import type { ErrorRecord } from '../record/error-record';
import type { FieldError } from '../record/field-error';
import { sentenceFor } from '../validation/sentence';
import type { DebugTexts, ErrorFormat } from './error-format';
import { groupByField, objectOf } from './group-by-field';

/** The body of the Engagifii Events guide. */
export interface NestedErrorBody {
  readonly error: {
    readonly code: string;
    readonly message: string;
    readonly details?: object;
    readonly timestamp: string;
    readonly traceId?: string;
    readonly path: string;
    readonly method: string;
    readonly debug?: DebugTexts;
  };
}

export const nestedFormat = {
  name: 'nested',
  mediaType: 'application/json',
  validationStatus: 422,
  body(record, { timestamp, traceId, path, method, debug }): NestedErrorBody {
    const details = detailsOf(record);
    return {
      error: {
        code: record.code,
        message: record.message,
        ...(details && { details }),
        timestamp: timestamp.toISOString(),
        ...(traceId !== undefined && { traceId }),
        path,
        method,
        ...(debug && { debug }),
      },
    };
  },
} as const satisfies ErrorFormat;

function detailsOf({ fields, details }: ErrorRecord): object | undefined {
  if (fields === undefined || fields.length === 0) return details;
  return objectOf(
    [...groupByField(fields)].map(([name, group]) => [name, sentencesOf(group)] as const),
  );
}

function sentencesOf(group: readonly FieldError[]): readonly string[] {
  return [...new Set(group.map((field) => sentenceFor(field)))];
}
