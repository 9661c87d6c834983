import { traceOf } from './request-trace';
import { outboundTraceState } from './trace-context';
import { type TraceState, tracestateOf } from './trace-state';
import { formatTraceparent } from './traceparent';

/** The request headers of W3C Trace Context Level 2. */
export interface TraceHeaders {
  readonly traceparent?: string;
  readonly tracestate?: string;
}

/**
 * The headers that let another service continue the current trace, for clients other than `fetch`
 * and undici, which `propagateTo` serves. They go to whom you send them: only to services you trust
 * with the id. Each call is for one request: its parent id is new, or that of the active span. Empty
 * outside of requests.
 * @param request of Express, Fastify or Node; without it, the request of the calling code, which
 * needs `asyncContext`
 * @example
 * await axios.get(url, { headers: { ...traceHeaders() } });
 */
export function traceHeaders(request?: object): TraceHeaders {
  if (request === undefined) return toHeaders(outboundTraceState());
  const kept = traceOf(request)?.state;
  return kept === undefined ? {} : toHeaders(outboundTraceState(kept));
}

export function toHeaders(state: TraceState | undefined): TraceHeaders {
  if (state === undefined) return {};
  const tracestate = tracestateOf(state);
  const traceparent = formatTraceparent(state);
  return tracestate === '' ? { traceparent } : { traceparent, tracestate };
}
