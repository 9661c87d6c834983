import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { asyncContext, outboundTraceState } from './trace-context';
import { toHeaders } from './trace-headers';
import type { ResolvedTracing } from './tracing.options';

/** Published by undici, and so by `fetch`, where a request is made and its headers may be added to. */
const CHANNEL = 'undici:request:create';

/** What undici publishes; its types are not part of Node's. */
interface OutboundRequest {
  readonly origin: string | URL;
  /** Names and values in turn; lines of text up to undici 5. */
  readonly headers: readonly unknown[] | string;
  addHeader(name: string, value: string): void;
}

/**
 * Sends `traceparent` and `tracestate` with requests to the listed origins, and to no others.
 * @returns a function that ends it
 */
export function propagateTraces({ propagateTo }: ResolvedTracing): () => void {
  if (propagateTo.size === 0) return () => {};
  asyncContext.ask();
  const onCreate = (message: unknown): void => {
    const { request } = message as { request: OutboundRequest };
    if (!propagateTo.has(originOf(request)) || hasTraceparent(request)) return;
    const headers = Object.entries(toHeaders(outboundTraceState())) as [string, string][];
    for (const [name, value] of headers) request.addHeader(name, value);
  };
  subscribe(CHANNEL, onCreate);
  return () => unsubscribe(CHANNEL, onCreate);
}

function originOf({ origin }: OutboundRequest): string {
  const text = String(origin);
  return URL.canParse(text) ? new URL(text).origin : '';
}

/** The caller, OpenTelemetry or another application in this process was first. */
function hasTraceparent({ headers }: OutboundRequest): boolean {
  if (typeof headers === 'string') return /^traceparent:/im.test(headers);
  return headers.some((name, index) => index % 2 === 0 && /^traceparent$/i.test(String(name)));
}
