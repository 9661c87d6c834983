import type { PolicyState } from './stores/rate-limit-store';

/** What headers are set on: the response of Express and `node:http`, or Fastify's reply. */
export interface HeaderTarget {
  setHeader?(name: string, value: string | number): unknown;
  header?(name: string, value: string | number): unknown;
  getHeader(name: string): string | number | readonly string[] | undefined;
}

/** Fastify lowers each name at each call, which costs half the call unless it is low already. */
interface HeaderName {
  readonly name: string;
  readonly lowercase: string;
}

const LIMIT = headerName('X-RateLimit-Limit');
const REMAINING = headerName('X-RateLimit-Remaining');
const RESET = headerName('X-RateLimit-Reset');
const RETRY_AFTER = headerName('Retry-After');
const EXPOSE = headerName('Access-Control-Expose-Headers');

/** Tells the client where it stands; Reset is in whole seconds since the epoch, rounded up. */
export function setRateLimitHeaders(response: HeaderTarget, state: PolicyState): void {
  setHeader(response, LIMIT, state.policy.limit);
  setHeader(response, REMAINING, state.remaining);
  setHeader(response, RESET, resetSeconds(state));
}

export function setRetryAfter(response: HeaderTarget, seconds: number): void {
  setHeader(response, RETRY_AFTER, seconds);
}

/** Lets scripts of other origins read the headers, where CORS lets them read the answer. */
export function exposeRateLimitHeaders(response: HeaderTarget): void {
  if (response.getHeader('access-control-allow-origin') === undefined) return;
  const given = String(response.getHeader(EXPOSE.lowercase) ?? '').trim();
  const exposed = given === '' ? [] : given.split(/\s*,\s*/);
  const known = new Set(exposed.map((name) => name.toLowerCase()));
  const missing = [LIMIT, REMAINING, RESET, RETRY_AFTER].filter(
    ({ lowercase }) => !known.has(lowercase),
  );
  if (missing.length === 0) return;
  setHeader(response, EXPOSE, [...exposed, ...missing.map(({ name }) => name)].join(', '));
}

/** Seconds since the epoch, never before the true time. */
export function resetSeconds({ resetAtMs }: PolicyState): number {
  return Math.ceil(resetAtMs / 1000);
}

/** Whole seconds to wait: at least one, and never less than the true wait. */
export function retryAfterSeconds(retryAtMs: number, nowMs: number): number {
  return Math.max(1, Math.ceil((retryAtMs - nowMs) / 1000));
}

function headerName(name: string): HeaderName {
  return { name, lowercase: name.toLowerCase() };
}

function setHeader(
  response: HeaderTarget,
  { name, lowercase }: HeaderName,
  value: string | number,
): void {
  if (response.setHeader) response.setHeader(name, value);
  else response.header?.(lowercase, value);
}
