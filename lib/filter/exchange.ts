import type { HandlerRoute } from '../record/error-mapper';
import type { HttpRequest } from './transports/http-transport';

/** One request and its response, as a failure sees them. */
export interface Exchange {
  readonly request: HttpRequest;
  readonly response: object;
  readonly method: string;
  readonly url: string;
  /** Without the query. */
  readonly path: string;
  readonly route: HandlerRoute | undefined;
  readonly traceId: string | undefined;
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
