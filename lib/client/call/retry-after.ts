import { isObject } from '../errors/json';

/**
 * The wait that a server asks for, in milliseconds; undefined where it says nothing sensible.
 * Instants are compared with the server's own clock, so that a wrong clock here does not matter.
 */
export function retryAfterMs(
  status: number,
  headers: Headers,
  details?: unknown,
  timestamp?: unknown,
  nowMs = 0,
): number | undefined {
  const { retryAfter, resetAt } = isObject(details) ? details : {};
  const serverMs = instant(headers.get('date')) || instant(timestamp) || nowMs;
  const until = (ms: number) => (ms > serverMs ? ms - serverMs : undefined);
  const header = headers.get('retry-after');
  const told = seconds(header) ?? until(instant(header)) ?? seconds(retryAfter);
  // Rate limits stand on every answer of a limited route: only a 429 is about them.
  if (told !== undefined || status !== 429) return told;
  const reset = Number(headers.get('x-ratelimit-reset'));
  return (
    rateLimitMs(headers) ??
    // Epoch seconds; some servers send milliseconds, or the seconds that are left.
    (reset > 0 && reset < 1e9 ? reset * 1_000 : until(reset < 1e11 ? reset * 1_000 : reset)) ??
    until(instant(resetAt))
  );
}

/** `RateLimit: "burst";r=0;t=5` of the IETF draft, or `limit=10, remaining=0, reset=5` before it. */
export function rateLimitMs(headers: Headers): number | undefined {
  const policies = headers.get('ratelimit')?.split(/,(?=\s*")/) ?? [];
  const waits = policies.map((policy) =>
    /\b(r|remaining)=0(?!\d)/.test(policy) ? Number(/\b(?:t|reset)=(\d+)/.exec(policy)?.[1]) : 0,
  );
  return Math.max(0, ...waits) * 1_000 || undefined;
}

function seconds(value: unknown): number | undefined {
  const isGiven = typeof value === 'number' || (typeof value === 'string' && value.trim() !== '');
  return isGiven && Number(value) >= 0 ? Number(value) * 1_000 : undefined;
}

/** ISO 8601, and the forms of RFC 9110, section 5.6.7: asctime names no zone, and means GMT. */
function instant(value: unknown): number {
  if (typeof value !== 'string' || !/^\D{3,10} ?.*\d\d:\d\d:\d\d|^\d{4}-\d\d-\d\dT/.test(value)) {
    return Number.NaN;
  }
  const spaced = value.replace(/(\d\d)-(\w{3})-(?=\d\d )/, '$1 $2 ');
  return Date.parse(/ \d{4}$/.test(spaced) ? `${spaced} GMT` : spaced);
}
