import type { ErrorRecord } from '../record/error-record';
import { describeThrown } from './describe-thrown';
import { escapeControls } from './escape-controls';

/** A level of Nest's logger. */
export type FailureLogLevel = 'debug' | 'verbose' | 'log' | 'warn' | 'error' | 'fatal';

/** What a log line needs of the request. */
export interface ReportedRequest {
  readonly method: string;
  readonly path: string;
  readonly traceId: string | undefined;
}

export interface FailureLogger {
  readonly logger: Readonly<Record<FailureLogLevel, (message: string, stack?: string) => void>>;
  readonly level: (record: ErrorRecord) => FailureLogLevel;
}

/** Server faults are errors; a client that went away is no news; the rest are warnings. */
export function defaultLogLevel({ status }: ErrorRecord): FailureLogLevel {
  if (status >= 500) return 'error';
  return status === 499 ? 'debug' : 'warn';
}

/** One failure, one line: with the true code, also where another is shown. */
export function logFailure(
  record: ErrorRecord,
  shown: ErrorRecord,
  { method, path, traceId }: ReportedRequest,
  { logger, level }: FailureLogger,
): void {
  const line = [
    `${method} ${path} ${record.status} ${record.code}: ${record.message}`,
    shown !== record && `shown=${shown.status} ${shown.code}`,
    traceId !== undefined && `traceId=${traceId}`,
  ];
  const text = escapeControls(line.filter(Boolean).join(' '));
  if (record.status >= 500) logger[level(record)](text, describeThrown(record.cause));
  else logger[level(record)](text);
}
