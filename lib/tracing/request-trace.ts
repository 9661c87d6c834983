import type { IncomingMessage } from 'node:http';
import type { Trace } from './trace';

/** Where a trace stands on the raw request: reading it costs a tenth of a WeakMap. */
const TRACE = Symbol.for('nestjs-errors.trace');

interface TracedRequest extends Partial<Pick<IncomingMessage, 'headers' | 'socket'>> {
  readonly raw?: TracedRequest;
  [TRACE]?: Trace;
}

/** The trace of an HTTP request, Express's, Fastify's or Node's own, if it has one yet. */
export function traceOf(request: unknown): Trace | undefined {
  return typeof request === 'object' && request !== null ? rawOf(request)[TRACE] : undefined;
}

export function keepTrace(request: object, trace: Trace): void {
  rawOf(request)[TRACE] = trace;
}

/** Node's request: Fastify's own is not known to middleware, nor to Node's response. */
export function rawOf(request: TracedRequest): TracedRequest {
  return request.raw ?? request;
}
