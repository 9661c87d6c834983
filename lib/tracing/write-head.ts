import type { OutgoingHttpHeader, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { type GivenHeaders, mergeHeaders } from './merge-headers';
import { keptTrace } from './request-trace';

type WriteHead = ServerResponse['writeHead'];

const ALLOW_ORIGIN = 'access-control-allow-origin';
const EXPOSE_HEADERS = 'access-control-expose-headers';

/**
 * A `writeHead` that every answer passes, one by `response.end()` alone included. Whatever was set,
 * removed or overwritten before, the trace id is there, and browsers may read it where CORS is on.
 * @param baseOf finds the object whose own or inherited `writeHead` this one stands before
 */
export function createWriteHead(
  name: string,
  baseOf: (response: ServerResponse) => object,
): WriteHead {
  const key = name.toLowerCase();

  return function writeHead(
    this: ServerResponse,
    status: number,
    reason?: string | GivenHeaders,
    given?: GivenHeaders,
  ) {
    const base = baseOf(this) as { readonly writeHead: Function };
    const hasReason = typeof reason === 'string';
    let headers = (given ?? (hasReason ? undefined : reason) ?? undefined) as
      OutgoingHttpHeaders | undefined;
    const traceId = keptTrace(this.req)?.traceId;
    if (traceId !== undefined && !this.headersSent) {
      // Fastify's own headers have the id already; any others become headers of the response.
      if (headers?.[key] !== traceId) {
        if (headers !== undefined) mergeHeaders(this, headers);
        headers = undefined;
        if (this.getHeader(key) !== traceId) this.setHeader(name, traceId);
      }
      headers = expose(this, headers, name);
    }
    return hasReason
      ? base.writeHead.call(this, status, reason, headers)
      : base.writeHead.call(this, status, headers);
  };
}

function expose(
  response: ServerResponse,
  headers: OutgoingHttpHeaders | undefined,
  name: string,
): OutgoingHttpHeaders | undefined {
  if ((headers?.[ALLOW_ORIGIN] ?? response.getHeader(ALLOW_ORIGIN)) === undefined) return headers;
  const exposed = headers?.[EXPOSE_HEADERS] ?? response.getHeader(EXPOSE_HEADERS);
  const extended = withName(exposed, name);
  if (headers !== undefined) return { ...headers, [EXPOSE_HEADERS]: extended };
  response.setHeader(EXPOSE_HEADERS, extended);
  return undefined;
}

function withName(exposed: OutgoingHttpHeader | undefined, name: string): string {
  const given = exposed === undefined ? [] : String(exposed).split(',');
  const names = given.map((other) => other.trim());
  const isExposed = names.some((other) => other.toLowerCase() === name.toLowerCase());
  return (isExposed ? names : [...names, name]).join(', ');
}
