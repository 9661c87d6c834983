import type { PolicyState } from './stores/rate-limit-store';

/** What headers are set on: the response of Express and `node:http`, or Fastify's reply. */
export interface HeaderTarget {
  setHeader?(name: string, value: string | number): unknown;
  header?(name: string, value: string | number): unknown;
  getHeader(name: string): string | number | readonly string[] | undefined;
}

const EXPOSED = ['X-RateLimit-Limit', 'X-RateLimit-Remaining', 'X-RateLimit-Reset', 'Retry-After'];

/** Tells the client where it stands; Reset is in whole seconds since the epoch, rounded up. */
export function setRateLimitHeaders(response: HeaderTarget, state: PolicyState): void {
  setHeader(response, 'X-RateLimit-Limit', state.policy.limit);
  setHeader(response, 'X-RateLimit-Remaining', state.remaining);
  setHeader(response, 'X-RateLimit-Reset', resetSeconds(state));
}

export function setRetryAfter(response: HeaderTarget, seconds: number): void {
  setHeader(response, 'Retry-After', seconds);
}

/** Lets scripts of other origins read the headers, where CORS lets them read the answer. */
export function exposeRateLimitHeaders(response: HeaderTarget): void {
  if (response.getHeader('Access-Control-Allow-Origin') === undefined) return;
  const given = response.getHeader('Access-Control-Expose-Headers');
  const exposed = given === undefined ? [] : String(given).split(/\s*,\s*/);
  const known = new Set(exposed.map((name) => name.toLowerCase()));
  const missing = EXPOSED.filter((name) => !known.has(name.toLowerCase()));
  if (missing.length === 0) return;
  setHeader(response, 'Access-Control-Expose-Headers', [...exposed, ...missing].join(', '));
}

/** Seconds since the epoch, never before the true time. */
export function resetSeconds({ resetAtMs }: PolicyState): number {
  return Math.ceil(resetAtMs / 1000);
}

/** Whole seconds to wait: at least one, and never less than the true wait. */
export function retryAfterSeconds(retryAtMs: number, nowMs: number): number {
  return Math.max(1, Math.ceil((retryAtMs - nowMs) / 1000));
}

function setHeader(response: HeaderTarget, name: string, value: string | number): void {
  if (response.setHeader) response.setHeader(name, value);
  else response.header?.(name, value);
}
