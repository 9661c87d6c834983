import type { ErrorRecord } from '../record/error-record';
import type { Redactor } from '../redaction/redactor';
import { describeThrown } from './describe-thrown';
import { escapeControls } from './escape-controls';
import type { ReportedFailure } from './failure-channel';
import type { FloodGate } from './flood-gate';

const MAX_MESSAGE_LENGTH = 8_000;

/** A level of Nest's logger. */
export type FailureLogLevel = 'debug' | 'verbose' | 'log' | 'warn' | 'error' | 'fatal';

/** What of Nest's logger is used. */
export type FailureLogger = Readonly<
  Record<FailureLogLevel, (message: string, stack?: string) => void>
>;

export interface FailureLogParts {
  readonly level: (record: ErrorRecord) => FailureLogLevel;
  readonly sample: ((record: ErrorRecord) => number) | undefined;
  readonly floodGate: FloodGate | undefined;
}

/** Server faults are errors; a client that went away is no news; the rest are warnings. */
export function defaultLogLevel({ status }: ErrorRecord): FailureLogLevel {
  if (status >= 500) return 'error';
  return status === 499 ? 'debug' : 'warn';
}

/** One failure, one line: with the true code, also where another is shown. */
export class FailureLog {
  constructor(
    private readonly logger: FailureLogger,
    private readonly redactor: Redactor,
    private readonly parts: FailureLogParts,
  ) {}

  write(failure: ReportedFailure): void {
    const { level, sample, floodGate } = this.parts;
    const { record } = failure;
    if (sample && Math.random() >= sample(record)) return;
    const heldBack = floodGate ? floodGate.admit(kindOf(failure)) : 0;
    if (heldBack === undefined) return;
    const line = this.#line(failure, heldBack);
    if (record.status < 500) this.logger[level(record)](line);
    else this.logger[level(record)](line, this.#describe(record.cause));
  }

  #line(failure: ReportedFailure, heldBack: number): string {
    const { record, shown, method, path, traceId, callerTraceId } = failure;
    const isLong = record.message.length > MAX_MESSAGE_LENGTH;
    const message = isLong
      ? `${this.redactor.excerpt(record.message, MAX_MESSAGE_LENGTH)}…`
      : record.message;
    let line = `${method} ${path} ${record.status} ${record.code}: ${message}`;
    if (shown.code !== record.code) line += ` shown=${shown.status} ${shown.code}`;
    if (heldBack > 0) line += ` heldBack=${heldBack}`;
    line = escapeControls(this.redactor.text(line));
    if (traceId !== undefined) line += ` traceId=${traceId}`;
    return callerTraceId === undefined ? line : `${line} callerTraceId=${callerTraceId}`;
  }

  #describe(cause: unknown): string {
    return describeThrown(cause, this.redactor).join('\nCaused by: ');
  }
}

function kindOf({ record, controller, handler }: ReportedFailure): string {
  return `${record.code} ${controller?.name ?? ''}.${handler?.name ?? ''}`;
}
