import type { ErrorRecord } from '../record/error-record';
import type { FieldError } from '../record/field-error';
import type { FieldWording } from '../validation/messages/field-wording';
import type { BuiltInFormat, DebugTexts } from './error-format';
import { type FieldEntry, toFieldEntries } from './field-entries';
import { groupByField, objectOf } from './group-by-field';
import { isoTimestamp } from './iso-timestamp';
import { jsonText } from './json-text';

/** The body of the Engagifii Events guide. */
export interface NestedErrorBody {
  readonly error: {
    readonly code: string;
    readonly message: string;
    readonly details?: object | undefined;
    readonly fieldErrors?: readonly FieldEntry[] | undefined;
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
  body(record, { timestamp, traceId, path, method, wording, debug }): NestedErrorBody {
    const details = detailsOf(record, wording);
    // What is undefined is not in the JSON; spreading it in by condition costs as much as the rest.
    return {
      error: {
        code: record.code,
        message: record.message,
        details,
        fieldErrors: entriesOf(record, wording),
        timestamp: isoTimestamp(timestamp),
        traceId,
        path,
        method,
        debug,
      },
    };
  },
  writePlain({ code, message }, { timestamp, traceId, path, method }) {
    const trace = traceId === undefined ? '' : `"traceId":${jsonText(traceId)},`;
    return `{"error":{"code":${jsonText(code)},"message":${jsonText(message)},"timestamp":"${isoTimestamp(timestamp)}",${trace}"path":${jsonText(path)},"method":${jsonText(method)}}}`;
  },
} as const satisfies BuiltInFormat;

function detailsOf({ fields, details }: ErrorRecord, wording: FieldWording): object | undefined {
  if (fields === undefined || fields.length === 0) return details;
  const told: [string, readonly string[]][] = [];
  for (const [name, group] of groupByField(fields, wording)) {
    told.push([name, sentencesOf(group, wording)]);
  }
  return objectOf(told);
}

function sentencesOf(group: readonly FieldError[], wording: FieldWording): readonly string[] {
  const sentences = group.map((field) => wording.sentence(field));
  // Most fields break one rule: a Set would cost more than all the rest.
  return sentences.length === 1 ? sentences : [...new Set(sentences)];
}

function entriesOf({ fields = [] }: ErrorRecord, wording: FieldWording) {
  if (!wording.listsCodes || fields.length === 0) return undefined;
  return toFieldEntries(fields, wording, (field) => wording.sentence(field));
}
