import type { BuiltInFormat, ErrorFormat, FormatContext } from '../formats/error-format';
import { nestedFormat } from '../formats/nested.format';
import { isPlainFailure } from '../formats/plain-failure';
import type { ErrorRecord } from '../record/error-record';

type Formatter = Pick<ErrorFormat, 'body'> & Partial<Pick<BuiltInFormat, 'writePlain'>>;

/** The body as text. A format of the application that fails gives way to one of ours. */
export function serializeBody(
  record: ErrorRecord,
  format: Formatter,
  context: FormatContext,
): string {
  if (format.writePlain && isPlainFailure(record, context)) {
    return format.writePlain(record, context);
  }
  try {
    const text = JSON.stringify(format.body(record, context)) as string | undefined;
    if (text !== undefined) return text;
  } catch {
    // Below.
  }
  return JSON.stringify(nestedFormat.body(record, context));
}
