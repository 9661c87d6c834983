import { channel } from 'node:diagnostics_channel';
import type { ErrorRecord } from '../record/error-record';

/** What is published on the `node:diagnostics_channel` named `nestjs-errors:failure`. */
export interface ReportedFailure {
  readonly record: ErrorRecord;
  /** What the client sees: the record itself, unless it was concealed. */
  readonly shown: ErrorRecord;
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly traceId: string | undefined;
  /** Undefined where the failure came before any handler was found. */
  readonly controller: Function | undefined;
  readonly handler: Function | undefined;
}

const failures = channel('nestjs-errors:failure');

/** Costs nothing while nobody listens. */
export function publishFailure(failure: ReportedFailure): void {
  if (failures.hasSubscribers) failures.publish(failure);
}
