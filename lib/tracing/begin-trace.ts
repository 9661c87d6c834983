import type { RawRequest } from './request-trace';
import { Trace } from './trace';
import { newTraceState, spanIdOf } from './trace-state';
import { parseTraceparent, type Traceparent } from './traceparent';
import type { ResolvedTracing } from './tracing.options';

const SAMPLED = 0x01;
const RANDOM = 0x02;

/** Continues the caller's trace where it is valid and welcome, else starts one. */
export function beginTrace(raw: RawRequest, { trustedProxies }: ResolvedTracing): Trace {
  const caller = parseTraceparent(raw.headers?.['traceparent']);
  if (caller === undefined) return new Trace(newTraceState());
  if (trustedProxies === undefined) return continueTrace(caller, RANDOM);
  return trustedProxies.trusts(raw.socket?.remoteAddress)
    ? continueTrace(caller, RANDOM | SAMPLED)
    : new Trace(newTraceState());
}

/** Flags outside the mask are dropped: a stranger cannot make us record, unknown ones are zero. */
function continueTrace({ traceId, parentId, flags }: Traceparent, mask: number): Trace {
  const kept = (flags & mask).toString(16).padStart(2, '0');
  return new Trace(traceId + spanIdOf(newTraceState()) + kept, parentId);
}
