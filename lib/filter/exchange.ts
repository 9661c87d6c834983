import type { ServerResponse } from 'node:http';
import type { HandlerRoute } from '../record/error-mapper';
import type { HttpRequest } from './transports/http-transport';

/** The status of a failure whose client has left. */
const CLIENT_CLOSED_REQUEST = 499;

/** One request and its response, as a failure sees them. */
export interface Exchange {
  readonly request: HttpRequest;
  readonly response: object;
  readonly method: string;
  readonly url: string;
  /** Without the query. */
  readonly path: string;
  readonly route: HandlerRoute | undefined;
  readonly routeTemplate: string | undefined;
  readonly traceId: string | undefined;
}

/** What the client got, or gets of an answer; undefined where nobody is left to get one. */
export function sentStatusOf({ response }: Exchange, shown: number): number | undefined {
  const { raw = response } = response as { readonly raw?: object };
  const { headersSent, statusCode } = raw as ServerResponse;
  if (headersSent) return statusCode;
  return shown === CLIENT_CLOSED_REQUEST ? undefined : shown;
}

export function urlOf(request: HttpRequest): string {
  const { originalUrl, url } = request.raw ?? request;
  return originalUrl ?? url ?? '/';
}

/** The path of a request target, also of an absolute one (RFC 9112, section 3.2.2). */
export function pathOf(url: string): string {
  const end = url.search(/[?#]/);
  const target = end === -1 ? url : url.slice(0, end);
  return target.startsWith('/')
    ? target
    : target.replace(/^[a-z][a-z\d+.-]*:\/\/[^/]*/i, '') || '/';
}
