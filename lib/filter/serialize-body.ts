import type { ErrorFormat, FormatContext } from '../formats/error-format';
import { nestedFormat } from '../formats/nested.format';
import type { ErrorRecord } from '../record/error-record';

type Formatter = Pick<ErrorFormat, 'body'>;

/**
 * The body as text. Details are written by applications and may not be JSON (BigInt, a cycle, a
 * getter that throws): then they are written as far as they can be, or left out.
 */
export function serializeBody(
  record: ErrorRecord,
  format: Formatter,
  context: FormatContext,
): string {
  const attempts = [
    () => JSON.stringify(format.body(record, context)),
    () => JSON.stringify(format.body(record, context), replaceUnserializable()),
    () => JSON.stringify(format.body(record.with({ details: undefined }), context)),
    () => JSON.stringify(nestedFormat.body(record.with({ details: undefined }), context)),
  ];
  for (const attempt of attempts) {
    const text = tryToRun(attempt);
    if (text !== undefined) return text;
  }
  return '{}';
}

function tryToRun(attempt: () => string | undefined): string | undefined {
  try {
    return attempt();
  } catch {
    return undefined;
  }
}

/** BigInt becomes text, and an object that is its own ancestor is left out. */
function replaceUnserializable(): (this: unknown, name: string, value: unknown) => unknown {
  const ancestors: unknown[] = [];
  return function replace(this: unknown, _name, value) {
    if (typeof value === 'bigint') return value.toString();
    if (typeof value !== 'object' || value === null) return value;
    while (ancestors.length > 0 && ancestors.at(-1) !== this) ancestors.pop();
    if (ancestors.includes(value)) return undefined;
    ancestors.push(value);
    return value;
  };
}
