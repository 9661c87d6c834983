import type { ErrorRecord } from '../record/error-record';
import type { Redactor } from '../redaction/redactor';
import { recordOnSpan } from '../telemetry/record-on-span';
import { describeThrown } from './describe-thrown';
import { publishFailure, type ReportedFailure } from './failure-channel';
import type { FailureLog, FailureLogger } from './failure-log';
import { publishValidation } from './validation-channel';

/** The request a failure belongs to, for `onError`. */
export interface FailedRequest {
  /** The platform's request: Express's or Fastify's. */
  readonly request: unknown;
  /** Undefined where the failure came before any handler was found. */
  readonly controller: Function | undefined;
  readonly handler: Function | undefined;
  readonly traceId: string | undefined;
}

/** Called after a failure was logged. What it throws or rejects with is logged, nothing more. */
export type ErrorHook = (record: ErrorRecord, failed: FailedRequest) => unknown;

/** What is known of a failure beside what every listener is told. */
export interface FailedExchange {
  readonly request: unknown;
  /** What the client got, or gets; undefined where nobody is left to get it. */
  readonly sentStatus: number | undefined;
}

export interface ReporterParts {
  readonly ignore: ((record: ErrorRecord) => boolean) | undefined;
  readonly log: FailureLog | undefined;
  readonly onError: ErrorHook | undefined;
  readonly redactor: Redactor;
  /** Where faults of the application's own hooks, mappers and formats go. */
  readonly ownFaults: FailureLogger;
}

/** Logs failures and tells hooks. Nothing that it calls can fail a request. */
export class Reporter {
  constructor(private readonly parts: ReporterParts) {}

  report(failure: ReportedFailure, { request, sentStatus }: FailedExchange): void {
    const { ignore, log, onError, redactor } = this.parts;
    const { record, controller, handler, traceId } = failure;
    this.#guard(record, () => {
      if (ignore?.(record) === true) return undefined;
      this.#guard(record, () => log?.write(failure));
      this.#guard(record, () => publishFailure(failure));
      this.#guard(record, () => publishValidation(failure));
      this.#guard(record, () => recordOnSpan(record, sentStatus, redactor));
      return onError?.(record, { request, controller, handler, traceId });
    });
  }

  /** Code that the application supplies failed while a failure was handled. */
  reportOwnFault(fault: unknown, thrown: unknown): void {
    const { ownFaults, redactor } = this.parts;
    try {
      const texts = [...describeThrown(fault), 'While handling:', ...describeThrown(thrown)];
      ownFaults.error(
        'Handling a failure failed in code that the application supplies',
        redactor.text(texts.join('\n')),
      );
    } catch {
      // A logger that throws leaves nobody to tell.
    }
  }

  #guard({ cause }: ErrorRecord, run: () => unknown): void {
    try {
      const result = run();
      if (result instanceof Promise) {
        result.catch((fault: unknown) => this.reportOwnFault(fault, cause));
      }
    } catch (fault) {
      this.reportOwnFault(fault, cause);
    }
  }
}
