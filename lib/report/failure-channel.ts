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
  /** The template of the route, such as `/cats/:id`; undefined where none was found. */
  readonly route: string | undefined;
  readonly traceId: string | undefined;
  /** An id that the caller gave and that was not taken as the trace id. */
  readonly callerTraceId: string | undefined;
  /** Undefined where the failure came before any handler was found. */
  readonly controller: Function | undefined;
  readonly handler: Function | undefined;
}

const failures = channel('nestjs-errors:failure');

/** Costs nothing while nobody listens. */
export function publishFailure(failure: ReportedFailure): void {
  if (failures.hasSubscribers) failures.publish(failure);
}
