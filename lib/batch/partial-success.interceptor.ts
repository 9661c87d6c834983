import {
  type CallHandler,
  type ExecutionContext,
  Inject,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import { map, type Observable } from 'rxjs';
import type { ErrorFlow } from '../filter/error-flow';
import type { HttpRequest } from '../filter/transports/http-transport';
import { addToVary } from '../filter/transports/write-answer';
import { ERROR_FLOW } from '../tokens';
import { answerBatch } from './answer-batch';
import { type BatchOutcome, isBatchOutcome } from './batch-outcome';

/** What of Express's response and Fastify's reply is used. */
interface StatusResponse {
  status(status: number): unknown;
  getHeader(name: string): unknown;
  header(name: string, value: string): unknown;
}

/** Answers a `BatchOutcome`. It stands before the handlers that ask for it, and no others. */
@Injectable()
export class PartialSuccessInterceptor implements NestInterceptor {
  constructor(@Inject(ERROR_FLOW) private readonly flow: ErrorFlow) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next
      .handle()
      .pipe(map((value) => (isBatchOutcome(value) ? this.#answer(value, context) : value)));
  }

  #answer(outcome: BatchOutcome<unknown>, context: ExecutionContext): unknown {
    if (outcome.failures.length === 0) return outcome.results;
    const request = context.getArgByIndex<HttpRequest>(0);
    const response = context.getArgByIndex<StatusResponse>(1);
    const handling = this.flow.begin(request, response);
    const { status, headers, body, varyBy } = answerBatch(outcome, handling);
    response.status(status);
    response.header('Cache-Control', 'no-store');
    for (const name of Object.keys(headers)) response.header(name, headers[name] ?? '');
    for (const name of varyBy) response.header('Vary', addToVary(response.getHeader('vary'), name));
    if (body) response.header('Content-Type', `${body.mediaType}; charset=utf-8`);
    return body?.text;
  }
}
