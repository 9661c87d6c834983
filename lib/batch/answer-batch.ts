import type { Handling } from '../filter/handling';
import type { Answer } from '../filter/transports/http-transport';
import type { ErrorRecord } from '../record/error-record';
import { sentenceFor } from '../validation/sentence';
import type { BatchOutcome } from './batch-outcome';
import { itemText } from './item-text';

/**
 * The 207 of a batch that failed in part.
 * @throws what was thrown, if every item failed for the same reason: that is no success in part
 */
export function answerBatch(
  { results, failures }: BatchOutcome<unknown>,
  handling: Handling,
): Answer {
  const failed = failures.map((failure) => {
    const record = handling.record(failure.thrown);
    return { ...failure, record, shown: handling.shown(record) };
  });
  const [first] = failed;
  if (first && results.length === 0 && failed.every(({ shown }) => isSame(shown, first.shown))) {
    throw first.thrown;
  }
  for (const { record, shown } of failed) {
    // What a client did wrong it is told; what the server did wrong only the log tells.
    if (record.status >= 500) handling.report(record, shown);
  }
  return handling.answer(
    handling.context.record('PARTIAL_SUCCESS', {
      details: {
        succeeded: results.length,
        failed: failed.length,
        failures: failed.map(({ index, id, shown }) => {
          return { index, id, error: itemText(shown, handling), code: shown.code };
        }),
      },
    }),
  );
}

/** Failures of one reason say the same of every item: the plain error can speak for all. */
function isSame(a: ErrorRecord, b: ErrorRecord): boolean {
  return (
    a.code === b.code &&
    a.status === b.status &&
    a.message === b.message &&
    JSON.stringify(a.details) === JSON.stringify(b.details) &&
    fieldTexts(a) === fieldTexts(b)
  );
}

function fieldTexts({ fields = [] }: ErrorRecord): string {
  return JSON.stringify(fields.map((field) => [field.path, sentenceFor(field)]));
}
