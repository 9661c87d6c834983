import { challenge } from '../authentication/challenge';
import { conceal } from '../contracts/conceal';
import type { Contract } from '../contracts/contract';
import type { ErrorRecord } from '../record/error-record';
import { toErrorRecord } from '../record/to-error-record';
import type { DebugTexts } from '../formats/error-format';
import { describeThrown } from '../report/describe-thrown';
import type { ErrorFlowParts } from './error-flow';
import type { Exchange } from './exchange';
import { FailureContext } from './failure-context';
import { limitRecord } from './limit-record';
import { toAnswer } from './to-answer';
import type { Answer } from './transports/http-transport';
import { refuseWrongMethod } from './wrong-method';

/** The steps of one request's failures, each of which can be taken on its own. */
export class Handling {
  readonly context: FailureContext;

  constructor(
    private readonly parts: ErrorFlowParts,
    private readonly exchange: Exchange,
    private readonly contract: Contract,
  ) {
    this.context = new FailureContext(exchange, contract, parts.guardedRoutes);
  }

  /** What the thrown value is, whoever may know of it. */
  record(thrown: unknown): ErrorRecord {
    const { mappers, reporter, transport } = this.parts;
    const record = toErrorRecord(thrown, mappers, this.context, (fault) =>
      reporter.reportOwnFault(fault, thrown),
    );
    return refuseWrongMethod(record, this.exchange, transport(), this.context);
  }

  /** What the client may know of it: concealed where that is asked for, challenged, within limits. */
  shown(record: ErrorRecord): ErrorRecord {
    const shown = challenge(this.#conceal(record));
    return limitRecord(shown, this.parts.redactor, this.parts.limits);
  }

  report(record: ErrorRecord, shown: ErrorRecord): void {
    this.parts.reporter.report(record, shown, this.exchange);
  }

  answer(shown: ErrorRecord): Answer {
    const { method, path, request, traceId } = this.exchange;
    const context = { timestamp: new Date(), traceId, path, method, debug: this.#debug(shown) };
    const { accept } = request.headers;
    return toAnswer(shown, this.contract.format, context, accept, this.parts.negotiate);
  }

  #debug({ cause }: ErrorRecord): DebugTexts | undefined {
    if (!this.parts.isExposed || cause === undefined) return undefined;
    const { redactor } = this.parts;
    const [stack = '', ...causes] = describeThrown(cause).map((text) => redactor.text(text));
    return { stack, causes };
  }

  /** A concealment that fails must not show what it was to hide: the answer is then a plain 500. */
  #conceal(record: ErrorRecord): ErrorRecord {
    const { context } = this;
    try {
      return conceal(record, this.contract.concealments, (code, changes) =>
        context.record(code, changes),
      );
    } catch (fault) {
      this.parts.reporter.reportOwnFault(fault, record.cause);
      return context.record('INTERNAL_ERROR', { cause: record.cause });
    }
  }
}
