import { activeSpanState } from './active-span';
import { traceOfInboundId } from './inbound-ids';
import type { RawRequest } from './request-trace';
import { Trace } from './trace';
import {
  carry,
  newTraceState,
  RANDOM_FLAG,
  SAMPLED_FLAG,
  spanIdOf,
  type TraceState,
} from './trace-state';
import { formatFlags, parseTraceparent, type Traceparent } from './traceparent';
import { parseTracestate } from './tracestate';
import type { ResolvedTracing } from './tracing.options';

/** The active span's trace, else the caller's where it is valid and welcome, else a new one. */
export function beginTrace(raw: RawRequest, tracing: ResolvedTracing): Trace {
  return new Trace(activeSpanState() ?? callersTrace(raw, tracing) ?? newTraceState());
}

function callersTrace(
  { headers, socket }: RawRequest,
  { trustedProxies, inboundIds }: ResolvedTracing,
): TraceState | undefined {
  const traceparent = headers?.['traceparent'];
  if (headers === undefined || (traceparent === undefined && inboundIds.length === 0)) {
    return undefined;
  }
  const isTrusted = trustedProxies?.trusts(socket?.remoteAddress);
  if (isTrusted === false) return undefined;
  const caller = parseTraceparent(traceparent);
  if (caller === undefined) return isTrusted && traceOfInboundId(headers, inboundIds);
  // A stranger cannot make us record.
  const flags = isTrusted ? RANDOM_FLAG | SAMPLED_FLAG : RANDOM_FLAG;
  return continueTrace(caller, headers['tracestate'], flags);
}

/** Flags outside the mask are dropped, and so are those that nobody knows yet. */
function continueTrace(
  { traceId, flags }: Traceparent,
  tracestate: unknown,
  mask: number,
): TraceState {
  const ids = `${traceId}${spanIdOf(newTraceState())}${formatFlags(flags & mask)}`;
  return tracestate === undefined ? ids : carry(ids, { tracestate: parseTracestate(tracestate) });
}
