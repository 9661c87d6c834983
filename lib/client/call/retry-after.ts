/**
 * The wait that a server asks for, in milliseconds; undefined where it says nothing sensible.
 * Instants are compared with the server's own clock, so that a wrong clock here does not matter.
 */
export function retryAfterMs(
  status: number | undefined,
  headers: Headers,
  details?: unknown,
  timestamp?: string,
  nowMs = 0,
): number | undefined {
  const { retryAfter, resetAt } = Object(details) as Record<string, unknown>;
  const serverMs = Date.parse(headers.get('date') ?? `${timestamp}`) || nowMs;
  // Seconds from now on, epoch seconds or milliseconds, ISO 8601, and the forms of RFC 9110,
  // section 5.6.7: asctime names no zone, and means GMT.
  const wait = (value: unknown) => {
    const said = typeof value === 'object' ? '' : `${value as string | number}`;
    const number = /\d/.test(said) ? Number(said) : NaN;
    const date = said.replace(/ \d{4}$/, '$& GMT');
    const instant = /:\d\d:/.test(said) ? Date.parse(date) : number * (number < 1e11 ? 1_000 : 1);
    const ms = number < 1e9 ? number * 1_000 : instant - serverMs;
    return ms >= 0 ? ms : undefined;
  };
  const told = wait(headers.get('retry-after')) ?? wait(retryAfter);
  // Rate limits stand on every answer of a limited route: only a 429 is about them.
  if (told !== undefined || status !== 429) return told;
  return (
    rateLimitMs(headers) || wait(headers.get('x-ratelimit-reset')) || wait(resetAt) || undefined
  );
}

/** `RateLimit: "burst";r=0;t=5` of the IETF draft, or `limit=10, remaining=0, reset=5` before it. */
export function rateLimitMs(headers: Headers): number {
  const policies = `${headers.get('ratelimit')}`.split('"');
  const waits = policies.map((policy) => {
    const isUsedUp = /\b(r|remaining)=0\b/.test(policy);
    return isUsedUp ? Number(/\b(?:t|reset)=(\d+)/.exec(policy)?.[1] ?? 0) : 0;
  });
  return Math.max(...waits) * 1_000;
}
