import type { HandlerRoute } from '../record/error-mapper';
import type { ErrorRecord } from '../record/error-record';
import { describeThrown } from './describe-thrown';
import { type FailureLogger, logFailure } from './report-failure';

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

interface ReportedExchange {
  readonly request: unknown;
  readonly method: string;
  readonly path: string;
  readonly route: HandlerRoute | undefined;
  readonly traceId: string | undefined;
}

/** Logs failures and tells hooks. Nothing that it calls can fail a request. */
export class Reporter {
  constructor(
    private readonly log: FailureLogger | undefined,
    private readonly ownFaults: FailureLogger['logger'],
    private readonly onError: ErrorHook | undefined,
  ) {}

  report(record: ErrorRecord, shown: ErrorRecord, exchange: ReportedExchange): void {
    try {
      if (this.log) logFailure(record, shown, exchange, this.log);
    } catch (failure) {
      this.reportOwnFailure(failure, record.cause);
    }
    if (this.onError) this.#tell(this.onError, record, exchange);
  }

  /** A mapper, hook, format or log level of the application failed while a failure was handled. */
  reportOwnFailure(failure: unknown, thrown: unknown): void {
    try {
      this.ownFaults.error(
        'Handling a failure failed in code that the application supplies',
        `${describeThrown(failure)}\nWhile handling: ${describeThrown(thrown)}`,
      );
    } catch {
      // A logger that throws leaves nobody to tell.
    }
  }

  #tell(onError: ErrorHook, record: ErrorRecord, exchange: ReportedExchange): void {
    const { request, route, traceId } = exchange;
    const failed = { request, controller: route?.controller, handler: route?.handler, traceId };
    try {
      const result = onError(record, failed);
      if (result instanceof Promise) {
        result.catch((failure: unknown) => this.reportOwnFailure(failure, record.cause));
      }
    } catch (failure) {
      this.reportOwnFailure(failure, record.cause);
    }
  }
}
