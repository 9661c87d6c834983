import { carry, RANDOM_FLAG, SAMPLED_FLAG, type TraceState } from './trace-state';
import { formatFlags } from './traceparent';
import { parseTracestate } from './tracestate';

/** What of OpenTelemetry's span is used: https://opentelemetry.io/docs/specs/otel/trace/api/#span */
export interface Span {
  spanContext(): SpanContext;
  isRecording(): boolean;
  setAttribute(name: string, value: string | number): unknown;
  setStatus(status: { readonly code: number }): unknown;
  recordException(exception: {
    readonly name: string;
    readonly message: string;
    readonly stack: string;
  }): void;
}

interface SpanContext {
  readonly traceId: string;
  readonly spanId: string;
  readonly traceFlags: number;
  readonly traceState?: { serialize(): string } | undefined;
}

/** What every copy of @opentelemetry/api 1.x shares, as far as it is used. */
interface OpenTelemetryApi {
  readonly context?: { active(): { getValue(key: symbol): unknown } };
}

const API = Symbol.for('opentelemetry.js.api.1');
const SPAN = Symbol.for('OpenTelemetry Context Key SPAN');
const TRACE_ID = /^(?!0{32})[\da-f]{32}$/;
const SPAN_ID = /^(?!0{16})[\da-f]{16}$/;

/** The span that the calling code runs in; undefined in applications without OpenTelemetry. */
export function activeSpan(): Span | undefined {
  const api = (globalThis as { readonly [API]?: OpenTelemetryApi })[API];
  if (api === undefined) return undefined;
  try {
    return api.context?.active().getValue(SPAN) as Span | undefined;
  } catch {
    return undefined;
  }
}

/** Its ids, where they are valid. */
export function activeSpanState(): TraceState | undefined {
  const span = activeSpan();
  if (span === undefined) return undefined;
  try {
    const { traceId, spanId, traceFlags, traceState } = span.spanContext();
    if (!TRACE_ID.test(traceId) || !SPAN_ID.test(spanId)) return undefined;
    const ids = traceId + spanId + formatFlags(traceFlags & (SAMPLED_FLAG | RANDOM_FLAG));
    return carry(ids, { tracestate: parseTracestate(traceState?.serialize()) });
  } catch {
    return undefined;
  }
}
