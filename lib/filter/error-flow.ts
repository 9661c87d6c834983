import { conceal } from '../contracts/conceal';
import type { ContractRegistry } from '../contracts/contract-registry';
import type { DebugTexts } from '../formats/error-format';
import type { ErrorMapper } from '../record/error-mapper';
import type { ErrorRecord } from '../record/error-record';
import { toErrorRecord } from '../record/to-error-record';
import type { Redactor } from '../redaction/redactor';
import { describeThrown } from '../report/describe-thrown';
import type { Reporter } from '../report/reporter';
import { type Exchange, pathOf, urlOf } from './exchange';
import { FailureContext } from './failure-context';
import type { GuardedRoutes } from './guarded-routes';
import { LAST_RESORT } from './last-resort';
import { type FailureLimits, limitRecord } from './limit-record';
import { toAnswer } from './to-answer';
import type { HttpRequest, HttpTransport } from './transports/http-transport';
import { refuseWrongMethod } from './wrong-method';

/** What the flow is made of. */
export interface ErrorFlowParts {
  readonly contracts: ContractRegistry;
  readonly guardedRoutes: GuardedRoutes;
  readonly isExposed: boolean;
  readonly limits: FailureLimits;
  readonly mappers: readonly ErrorMapper[];
  readonly negotiate: boolean;
  readonly redactor: Redactor;
  readonly reporter: Reporter;
  readonly rethrow: (thrown: unknown) => boolean;
  readonly traceIdOf: (request: object, response: object) => string | undefined;
  readonly transport: () => HttpTransport;
}

/** Thrown value → record → policies → report → format → send. It never throws and never waits. */
export class ErrorFlow {
  constructor(private readonly parts: ErrorFlowParts) {}

  /** Whether the application wants Nest's own filter to answer this. */
  leaves(thrown: unknown): boolean {
    try {
      return this.parts.rethrow(thrown);
    } catch (fault) {
      this.parts.reporter.reportOwnFault(fault, thrown);
      return false;
    }
  }

  handle(thrown: unknown, request: HttpRequest, response: object): void {
    const { reporter, transport } = this.parts;
    try {
      this.#answer(thrown, request, response);
    } catch (failure) {
      reporter.reportOwnFault(failure, thrown);
      transport().send(request, response, LAST_RESORT);
    }
  }

  #answer(thrown: unknown, request: HttpRequest, response: object): void {
    const { contracts, guardedRoutes, mappers, negotiate, reporter, transport } = this.parts;
    const exchange = this.#describe(request, response);
    const contract = contracts.resolve(exchange.path, exchange.route);
    const context = new FailureContext(exchange, contract, guardedRoutes);

    const mapped = toErrorRecord(thrown, mappers, context, (failure) =>
      reporter.reportOwnFault(failure, thrown),
    );
    const record = refuseWrongMethod(mapped, exchange, transport(), context);
    const shown = this.#conceal(record, context, contract.concealments);
    reporter.report(record, shown, exchange);
    const limited = limitRecord(shown, this.parts.redactor, this.parts.limits);
    const format = { ...exchange, timestamp: new Date(), debug: this.#debug(record) };
    const answer = toAnswer(limited, contract.format, format, request.headers.accept, negotiate);
    transport().send(request, response, answer);
  }

  #debug({ cause }: ErrorRecord): DebugTexts | undefined {
    if (!this.parts.isExposed) return undefined;
    const [stack = '', ...causes] = describeThrown(cause).map((text) =>
      this.parts.redactor.text(text),
    );
    return { stack, causes };
  }

  #describe(request: HttpRequest, response: object): Exchange {
    const { traceIdOf, transport } = this.parts;
    const url = urlOf(request);
    return {
      request,
      response,
      method: request.method,
      url,
      path: pathOf(url),
      route: transport().routeOf(request),
      traceId: traceIdOf(request, response),
    };
  }

  /** A concealment that fails must not show what it was to hide: the answer is then a plain 500. */
  #conceal(
    record: ErrorRecord,
    context: FailureContext,
    concealments: Parameters<typeof conceal>[1],
  ): ErrorRecord {
    try {
      return conceal(record, concealments, (code, changes) => context.record(code, changes));
    } catch (failure) {
      this.parts.reporter.reportOwnFault(failure, record.cause);
      return context.record('INTERNAL_ERROR', { cause: record.cause });
    }
  }
}
