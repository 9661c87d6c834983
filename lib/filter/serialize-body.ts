import type { ErrorFormat, FormatContext } from '../formats/error-format';
import { nestedFormat } from '../formats/nested.format';
import type { ErrorRecord } from '../record/error-record';

type Formatter = Pick<ErrorFormat, 'body'>;

/** The body as text. A format of the application that fails gives way to one of ours. */
export function serializeBody(
  record: ErrorRecord,
  format: Formatter,
  context: FormatContext,
): string {
  try {
    const text = JSON.stringify(format.body(record, context)) as string | undefined;
    if (text !== undefined) return text;
  } catch {
    // Below.
  }
  return JSON.stringify(nestedFormat.body(record, context));
}
