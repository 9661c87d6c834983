import type { IncomingMessage } from 'node:http';
import type { Trace } from './trace';

/** Where a trace stands on the raw request: reading it costs a tenth of a WeakMap. */
const TRACE = Symbol.for('nestjs-errors.trace');

/** Node's request, or what an adapter has in its place. */
export interface RawRequest extends Partial<Pick<IncomingMessage, 'headers' | 'socket'>> {
  [TRACE]?: Trace;
}

/** Fastify's own request is not known to middleware, nor to Node's response: Node's is. */
export function rawOf(request: object): RawRequest {
  return (request as { readonly raw?: RawRequest }).raw ?? request;
}

export const keptTrace = (raw: RawRequest): Trace | undefined => raw[TRACE];

export function keepTrace(raw: RawRequest, trace: Trace): void {
  raw[TRACE] = trace;
}

/** The trace of an HTTP request, Express's, Fastify's or Node's own, if it has one yet. */
export function traceOf(request: unknown): Trace | undefined {
  if (typeof request !== 'object' || request === null) return undefined;
  // To look for `raw` on Express's request in vain costs more than all the rest.
  return keptTrace(request) ?? keptTrace(rawOf(request));
}
