import { activeSpanState } from './active-span';
import { AsyncContext } from './async-context';
import { beginTrace } from './begin-trace';
import { keepTrace, rawOf, type RawRequest, traceOf } from './request-trace';
import type { Trace } from './trace';
import { spanIdOf, traceIdOf, type TraceState, w3cTraceIdOf, withNewSpanId } from './trace-state';
import type { ResolvedTracing } from './tracing.options';

/**
 * The trace of an HTTP request. It is begun, and its header set, unless that has been done: at the
 * entrance it is done first, but not every adapter lets us there, and not every failure passes it.
 */
export function ensureTrace(request: object, response: object, tracing: ResolvedTracing): Trace {
  return traceOf(request) ?? startTrace(rawOf(request), response, tracing);
}

/** Begins the trace of a request that has none. */
export function startTrace(raw: RawRequest, response: object, tracing: ResolvedTracing): Trace {
  const trace = beginTrace(raw, tracing);
  keepTrace(raw, trace);
  tracing.header.put(response, trace.traceId);
  return trace;
}

/** One for the process: `currentTraceId()` knows no application. */
export const asyncContext = new AsyncContext();

/** Whether the next request is to run in a context of its own. */
export function isContextKept(option: ResolvedTracing['asyncContext']): boolean {
  return option === 'auto' ? asyncContext.isWanted() : option;
}

/** The trace of the calling code; within a span of it, that span's. */
export function currentTraceState(): TraceState | undefined {
  return innermost(asyncContext.get(), activeSpanState());
}

function innermost(
  kept: TraceState | undefined,
  span: TraceState | undefined,
): TraceState | undefined {
  if (span === undefined || kept === undefined) return kept ?? span;
  return w3cTraceIdOf(span) === w3cTraceIdOf(kept) ? span : kept;
}

/**
 * The trace as the next request that goes out names it: its parent id is that of the span it is made
 * in, else one of its own (W3C Trace Context Level 2, 3.2.2.4).
 * @param kept the trace of a request, where it is not that of the calling code
 */
export function outboundTraceState(kept = asyncContext.get()): TraceState | undefined {
  const span = activeSpanState();
  const state = innermost(kept, span);
  return state === undefined || state === span ? state : withNewSpanId(state);
}

/**
 * The id of the trace that the calling code belongs to, however deep in async code.
 * Undefined outside of requests, and where `tracing` is off or its `asyncContext` is false.
 * @example
 * logger.log({ message: 'Order placed', traceId: currentTraceId() });
 */
export function currentTraceId(): string | undefined {
  const state = currentTraceState();
  return state === undefined ? undefined : traceIdOf(state);
}

/** The ids of a line in a log. */
export interface CurrentTrace {
  /** As in header and body of the answer: 32 lowercase hex digits, unless a trusted caller gave it. */
  readonly traceId: string;
  /** 16 lowercase hex digits. */
  readonly spanId: string;
}

/**
 * The ids that tie a log line to its request, for loggers that add members to each line.
 * Undefined where `currentTraceId()` is.
 * @example
 * pino({ mixin: () => ({ ...currentTrace() }) });
 */
export function currentTrace(): CurrentTrace | undefined {
  const state = currentTraceState();
  return state === undefined ? undefined : { traceId: traceIdOf(state), spanId: spanIdOf(state) };
}
