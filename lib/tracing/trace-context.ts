import { AsyncLocalStorage } from 'node:async_hooks';
import { beginTrace } from './begin-trace';
import { keepTrace, keptTrace, rawOf, type RawRequest } from './request-trace';
import type { Trace } from './trace';
import { traceIdOf, type TraceState } from './trace-state';
import type { ResolvedTracing } from './tracing.options';

/**
 * The trace of an HTTP request. It is begun, and its header set, unless that has been done: the
 * request hook does it first, but not every adapter has one and not every failure passes it.
 */
export function ensureTrace(request: object, response: object, tracing: ResolvedTracing): Trace {
  const raw = rawOf(request);
  return keptTrace(raw) ?? startTrace(raw, response, tracing);
}

/** Begins the trace of a request that has none. */
export function startTrace(raw: RawRequest, response: object, tracing: ResolvedTracing): Trace {
  const trace = beginTrace(raw, tracing);
  keepTrace(raw, trace);
  tracing.header.put(response, trace.traceId);
  return trace;
}

/** Entered by `run` only: `enterWith` would leave an id behind on the socket for the next request. */
const storage = new AsyncLocalStorage<TraceState>();

export const currentTraceState = (): TraceState | undefined => storage.getStore();

/** Runs a function, and all that it awaits or starts, as part of a trace. */
export function runInTrace<Result>(state: TraceState, run: () => Result): Result {
  return storage.run(state, run);
}

/**
 * The id of the trace that the calling code belongs to, however deep in async code.
 * Undefined outside of requests, and where `tracing` is off or its `asyncContext` is false.
 * @example
 * logger.log({ message: 'Order placed', traceId: currentTraceId() });
 */
export function currentTraceId(): string | undefined {
  const state = storage.getStore();
  return state === undefined ? undefined : traceIdOf(state);
}
