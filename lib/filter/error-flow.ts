import type { IncomingHttpHeaders } from 'node:http';
import type { ContractRegistry } from '../contracts/contract-registry';
import type { MapperChain } from '../record/mapper-chain';
import type { Redactor } from '../redaction/redactor';
import type { Reporter } from '../report/reporter';
import type { Wording } from '../validation/messages/wording';
import { routeTemplate } from '../routes/route-template';
import { pathOf, urlOf } from './exchange';
import type { GuardedRoutes } from './guarded-routes';
import { Handling } from './handling';
import { LAST_RESORT } from './last-resort';
import type { FailureLimits } from './limit-record';
import type { Answer, HttpRequest, HttpTransport } from './transports/http-transport';

/** What the flow is made of. */
export interface ErrorFlowParts {
  readonly contracts: ContractRegistry;
  readonly guardedRoutes: GuardedRoutes;
  readonly isExposed: boolean;
  readonly limits: FailureLimits;
  readonly mappers: MapperChain;
  readonly negotiate: boolean;
  readonly redactor: Redactor;
  readonly reporter: Reporter;
  readonly rethrow: (thrown: unknown) => boolean;
  readonly traceIdOf: (request: object, response: object) => string | undefined;
  /** An id that a request came with, other than its trace id. */
  readonly untakenIdOf: (headers: IncomingHttpHeaders, traceId: string) => string | undefined;
  readonly transport: () => HttpTransport;
  readonly wording: Wording;
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
    const answer = this.prepare(thrown, request, response);
    if (this.#send(answer, thrown, request, response)) return;
    if (this.#send(LAST_RESORT, thrown, request, response)) return;
    this.#abandon(thrown, response);
  }

  #abandon(thrown: unknown, response: object): void {
    try {
      this.parts.transport().abandon(response);
    } catch (fault) {
      this.parts.reporter.reportOwnFault(fault, thrown);
    }
  }

  #send(answer: Answer, thrown: unknown, request: HttpRequest, response: object): boolean {
    try {
      this.parts.transport().send(request, response, answer);
      return true;
    } catch (fault) {
      this.parts.reporter.reportOwnFault(fault, thrown);
      return false;
    }
  }

  /** Reports a failure and yields its answer, for who has a way of their own to send it. */
  prepare(thrown: unknown, request: HttpRequest, response: object): Answer {
    try {
      const handling = this.begin(request, response);
      const record = handling.record(thrown);
      const shown = handling.shown(record);
      handling.report(record, shown);
      return handling.answer(shown);
    } catch (fault) {
      this.parts.reporter.reportOwnFault(fault, thrown);
      return LAST_RESORT;
    }
  }

  /** The steps for one request; for answers that tell of failures, but are none themselves. */
  begin(request: HttpRequest, response: object): Handling {
    const { contracts, traceIdOf, transport } = this.parts;
    const { method } = request;
    const url = urlOf(request);
    const path = pathOf(url);
    const route = transport().routeOf(request);
    // One literal: spreading costs more here than all the rest.
    const exchange = {
      request,
      response,
      method,
      url,
      path,
      route,
      routeTemplate: routeTemplate(request),
      traceId: traceIdOf(request, response),
    };
    return new Handling(this.parts, exchange, contracts.resolve(path, route));
  }
}
