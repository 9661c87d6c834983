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
    readonly details?: object | undefined;
    readonly timestamp: string;
    readonly traceId?: string | undefined;
    readonly path: string;
    readonly method: string;
    readonly debug?: DebugTexts | undefined;
  };
}

export const nestedFormat = {
  name: 'nested',
  mediaType: 'application/json',
  validationStatus: 422,
  body(record, { timestamp, traceId, path, method, debug }): NestedErrorBody {
    const details = detailsOf(record);
    // What is undefined is not in the JSON; spreading it in by condition costs as much as the rest.
    return {
      error: {
        code: record.code,
        message: record.message,
        details,
        timestamp: timestamp.toISOString(),
        traceId,
        path,
        method,
        debug,
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
