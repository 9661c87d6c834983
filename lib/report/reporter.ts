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

type Listener = (failure: ReportedFailure, exchange: FailedExchange) => unknown;

/** Logs failures and tells hooks. Nothing that it calls can fail a request. */
export class Reporter {
  readonly #listeners: readonly Listener[];

  constructor(private readonly parts: ReporterParts) {
    this.#listeners = listenersOf(parts);
  }

  report(failure: ReportedFailure, exchange: FailedExchange): void {
    const { record } = failure;
    if (this.#isIgnored(record)) return;
    for (const listener of this.#listeners) {
      try {
        const result = listener(failure, exchange);
        // What query builders and ORMs return begins only when it is waited for.
        if (typeof result === 'object' && result !== null && 'then' in result) {
          Promise.resolve(result).catch((fault: unknown) =>
            this.reportOwnFault(fault, record.cause),
          );
        }
      } catch (fault) {
        this.reportOwnFault(fault, record.cause);
      }
    }
  }

  /** Code that the application supplies failed while a failure was handled. */
  reportOwnFault(fault: unknown, thrown: unknown): void {
    const { ownFaults, redactor } = this.parts;
    try {
      const texts = [
        ...describeThrown(fault, redactor),
        'While handling:',
        ...describeThrown(thrown, redactor),
      ];
      ownFaults.error(
        'Handling a failure failed in code that the application supplies',
        texts.join('\n'),
      );
    } catch {
      // A logger that throws leaves nobody to tell.
    }
  }

  /** A rule that fails has not said that nobody is to know. */
  #isIgnored(record: ErrorRecord): boolean {
    try {
      return this.parts.ignore?.(record) === true;
    } catch (fault) {
      this.reportOwnFault(fault, record.cause);
      return false;
    }
  }
}

/** In the order in which they are told. */
function listenersOf({ log, onError, redactor }: ReporterParts): Listener[] {
  const listeners: Listener[] = [
    publishFailure,
    publishValidation,
    ({ record }, { sentStatus }) => recordOnSpan(record, sentStatus, redactor),
  ];
  if (log) listeners.unshift((failure) => log.write(failure));
  if (onError) {
    listeners.push(({ record, controller, handler, traceId }, { request }) =>
      onError(record, { request, controller, handler, traceId }),
    );
  }
  return listeners;
}
