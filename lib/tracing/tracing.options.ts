import { checkOptions } from '../check-options';
import type { TrustedProxies } from '../network/trusted-proxies';
import { INBOUND_HEADERS } from './inbound-ids';
import { TraceHeader } from './trace-header';

/** Options of trace ids. */
export interface TracingOptions {
  /**
   * The response header that carries the trace id.
   * @default 'X-Trace-Id'
   */
  readonly header?: string;
  /**
   * Origins whose services continue our traces: `fetch` and undici send them a `traceparent`.
   * A request that waits in a pool of limited `connections` may go out with another one's trace.
   * @default []
   * @example ['https://partner.example']
   */
  readonly propagateTo?: readonly string[];
  /**
   * Headers whose ids are taken from peers in `trustProxies` that send no valid `traceparent`, in
   * this order: X-Request-Id, X-Amzn-Trace-Id, X-Cloud-Trace-Context, Cf-Ray. An id that is not
   * taken is logged as `callerTraceId`.
   * @default []
   */
  readonly inboundIds?: readonly string[];
  /**
   * Keeps the trace in an AsyncLocalStorage, for `TraceLogger`, `currentTraceId()`, `currentTrace()`,
   * `traceHeaders()` and `propagateTo`; everything else works without. `'auto'` ends it after 1000
   * requests in which nobody asked, and begins again once somebody does.
   * @default 'auto'
   */
  readonly asyncContext?: boolean | 'auto';
}

/** Tracing options with every default filled in. */
export interface ResolvedTracing {
  readonly header: TraceHeader;
  readonly propagateTo: ReadonlySet<string>;
  /** By name in lower case. */
  readonly inboundIds: readonly string[];
  readonly asyncContext: boolean | 'auto';
  /** The peers whose ids are continued; undefined for all. */
  readonly trustedProxies: TrustedProxies | undefined;
}

/** Holds the `ResolvedTracing` of the application, or undefined where tracing is off. */
export const TRACING = Symbol.for('nestjs-errors.tracing');

const OPTIONS = ['header', 'propagateTo', 'inboundIds', 'asyncContext'];

/** @throws TypeError at start, naming the wrong option and its fix */
export function resolveTracing(
  options: TracingOptions = {},
  { trustedProxies }: { readonly trustedProxies?: TrustedProxies | undefined } = {},
): ResolvedTracing {
  checkOptions('tracing', options, OPTIONS);
  const { header = 'X-Trace-Id', propagateTo = [], inboundIds = [] } = options;
  const { asyncContext = 'auto' } = options;
  checkHeader(header);
  if (typeof asyncContext !== 'boolean' && asyncContext !== 'auto') {
    throw new TypeError("tracing.asyncContext must be true, false or 'auto'.");
  }
  const origins = resolveOrigins(propagateTo);
  if (origins.size > 0 && !asyncContext) {
    throw new TypeError(
      'tracing.propagateTo finds the trace through AsyncLocalStorage: remove asyncContext: false, or propagateTo.',
    );
  }
  return {
    header: new TraceHeader(header),
    propagateTo: origins,
    inboundIds: resolveInboundIds(inboundIds, trustedProxies),
    asyncContext,
    trustedProxies,
  };
}

/** RFC 9110, section 5.6.2. */
const TOKEN = /^[\w!#$%&'*+.^`|~-]+$/;

/** An id in one of these would break the message, or change what it means. */
const TAKEN = new Set([
  'connection',
  'content-encoding',
  'content-length',
  'content-type',
  'date',
  'keep-alive',
  'location',
  'set-cookie',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'vary',
]);

function checkHeader(header: unknown): void {
  if (typeof header !== 'string' || !TOKEN.test(header)) {
    throw new TypeError(
      'tracing.header must be a header name such as "X-Trace-Id": letters, digits and hyphens.',
    );
  }
  if (TAKEN.has(header.toLowerCase())) {
    throw new TypeError(
      `tracing.header cannot be "${header}", which HTTP itself uses: take a name such as "X-Trace-Id".`,
    );
  }
}

function resolveInboundIds(
  names: unknown,
  trustedProxies: TrustedProxies | undefined,
): readonly string[] {
  const known = `${INBOUND_HEADERS.join(', ')}, in any case`;
  if (!Array.isArray(names)) {
    throw new TypeError(`tracing.inboundIds must be a list of header names: ${known}.`);
  }
  if (names.length > 0 && trustedProxies === undefined) {
    throw new TypeError(
      'tracing.inboundIds takes ids from trusted peers alone: list their addresses in trustProxies.',
    );
  }
  return names.map((name: unknown) => {
    const key = String(name).toLowerCase();
    if (INBOUND_HEADERS.includes(key)) return key;
    throw new TypeError(
      `tracing.inboundIds: ${JSON.stringify(name)} is none of the headers that can be read: ${known}.`,
    );
  });
}

function resolveOrigins(propagateTo: unknown): ReadonlySet<string> {
  if (!Array.isArray(propagateTo)) {
    throw new TypeError(
      'tracing.propagateTo must be a list of origins, such as ["https://partner.example"].',
    );
  }
  return new Set(propagateTo.map(toOrigin));
}

function toOrigin(entry: unknown): string {
  const url = typeof entry === 'string' && URL.canParse(entry) ? new URL(entry) : undefined;
  if (url !== undefined && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`) {
    return url.origin;
  }
  throw new TypeError(
    `tracing.propagateTo: ${JSON.stringify(entry)} is not an origin such as "https://partner.example": scheme and host alone, no path, no wildcard.`,
  );
}
