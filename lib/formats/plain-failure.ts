import type { ErrorRecord } from '../record/error-record';
import type { FormatContext } from './error-format';

/** Whether code, message and what the request says are all there is to tell. */
export function isPlainFailure(record: ErrorRecord, { debug }: FormatContext): boolean {
  const { status, code, message, details, fields, problem } = record;
  return (
    details === undefined &&
    fields === undefined &&
    problem === undefined &&
    debug === undefined &&
    // Mappers of applications are not bound by types.
    Number.isInteger(status) &&
    typeof code === 'string' &&
    typeof message === 'string'
  );
}
