import { challenge } from '../authentication/challenge';
import { conceal } from '../contracts/conceal';
import type { Contract } from '../contracts/contract';
import type { ErrorRecord } from '../record/error-record';
import { toErrorRecord } from '../record/to-error-record';
import type { DebugTexts } from '../formats/error-format';
import { describeThrown } from '../report/describe-thrown';
import type { FieldWording } from '../validation/messages/field-wording';
import { withRejectedValues } from '../validation/rejected-value';
import type { ErrorFlowParts } from './error-flow';
import { tellLanguage, translateMessage } from './answer-language';
import { type Exchange, sentStatusOf } from './exchange';
import { FailureContext } from './failure-context';
import { limitRecord } from './limit-record';
import { toAnswer } from './to-answer';
import type { Answer } from './transports/http-transport';
import { refuseWrongMethod } from './wrong-method';

/** What guards put on the response along with the failure that is concealed. */
const TELLTALES = ['www-authenticate', 'proxy-authenticate', 'retry-after'];

/** The steps of one request's failures, each of which can be taken on its own. */
export class Handling {
  readonly context: FailureContext;
  #hasFieldTexts = false;
  #hasReportedTexts = false;
  #isConcealed = false;

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
    const record = toErrorRecord(thrown, mappers.askedOf(thrown), this.context, (fault) =>
      reporter.reportOwnFault(fault, thrown),
    );
    return refuseWrongMethod(record, this.exchange, transport(), this.context);
  }

  /** What the client may know of it: concealed where that is asked for, challenged, within limits. */
  shown(record: ErrorRecord): ErrorRecord {
    const { redactor, limits } = this.parts;
    const shown = this.#withValues(challenge(this.#conceal(record)));
    return limitRecord(shown, redactor, limits);
  }

  /** What writes the fields of a record that is told of in an answer. */
  wordingFor(shown: ErrorRecord): FieldWording {
    this.#hasFieldTexts = true;
    return this.#speak(shown).wording;
  }

  report(record: ErrorRecord, shown: ErrorRecord): void {
    const { method, path, traceId, request, route, routeTemplate } = this.exchange;
    const failure = {
      record,
      shown,
      method,
      path,
      route: routeTemplate,
      traceId,
      callerTraceId: traceId && this.parts.untakenIdOf(request.headers, traceId),
      controller: route?.controller,
      handler: route?.handler,
    };
    const sentStatus = sentStatusOf(this.exchange, shown.status);
    this.parts.reporter.report(failure, { request, sentStatus });
  }

  answer(shown: ErrorRecord): Answer {
    const { method, path, request, traceId } = this.exchange;
    const { language, wording, hasErrorTexts } = this.#speak(shown);
    const debug = this.#debug(shown);
    const context = { timestamp: new Date(), traceId, path, method, wording, debug };
    const record = hasErrorTexts ? this.#translate(shown, wording) : shown;
    const { accept } = request.headers;
    const { negotiate } = this.parts;
    const plain = toAnswer(record, this.contract.format, context, accept, negotiate);
    const answer = this.#isConcealed ? { ...plain, hides: TELLTALES } : plain;
    const hasFields = this.#hasFieldTexts || (shown.fields?.length ?? 0) > 0;
    return hasFields || hasErrorTexts ? tellLanguage(answer, language) : answer;
  }

  #speak(shown: ErrorRecord) {
    const texts = this.parts.wording.with(shown.wording);
    const { request } = this.exchange;
    const onFault = (fault: unknown) => this.#reportOnce(fault, shown.cause);
    const language = texts.languageFor(request, request.headers['accept-language'], onFault);
    const wording = texts.in(language.locale, onFault);
    return { language, wording, hasErrorTexts: texts.hasErrorTexts };
  }

  /** A function for texts is asked for each field: what is wrong with it is said once. */
  #reportOnce(fault: unknown, thrown: unknown): void {
    if (this.#hasReportedTexts) return;
    this.#hasReportedTexts = true;
    this.parts.reporter.reportOwnFault(fault, thrown);
  }

  #translate(shown: ErrorRecord, wording: FieldWording): ErrorRecord {
    const generic = () => this.context.record(shown.code).message;
    return translateMessage(shown, generic, wording.errorText(shown.code));
  }

  #withValues(record: ErrorRecord): ErrorRecord {
    const { fields, wording } = record;
    if (!fields || !this.parts.wording.with(wording).options.exposeValues) return record;
    const { redactor } = this.parts;
    return record.with({ fields: withRejectedValues(fields, this.exchange.request, redactor) });
  }

  #debug({ cause }: ErrorRecord): DebugTexts | undefined {
    if (!this.parts.isExposed || cause === undefined) return undefined;
    const { redactor } = this.parts;
    const [stack = '', ...causes] = describeThrown(cause, redactor);
    return { stack, causes };
  }

  /** A concealment that fails must not show what it was to hide: the answer is then a plain 500. */
  #conceal(record: ErrorRecord): ErrorRecord {
    const { context } = this;
    try {
      const shown = conceal(record, this.contract.concealments, (code, changes) =>
        context.record(code, changes),
      );
      this.#isConcealed = shown !== record;
      return shown;
    } catch (fault) {
      this.parts.reporter.reportOwnFault(fault, record.cause);
      return context.record('INTERNAL_ERROR', { cause: record.cause });
    }
  }
}
