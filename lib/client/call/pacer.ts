import type { Call } from './call';
import { rateLimitMs, retryAfterMs } from './retry-after';

/** Remembers which limits are used up: by method and URL, since limits belong to routes. */
export interface Pacer {
  learn(call: Call, headers: Headers): void;
  waitMs(call: Call): number;
}

/** Beyond this, URLs with ids in them would be a leak. */
const MAX_KEYS = 1_000;

export function createPacer(now: () => number, maxRetryAfterMs: number): Pacer {
  const pausedUntil = new Map<string, number>();
  return {
    learn({ method, url }, headers) {
      const isUsedUp = headers.get('x-ratelimit-remaining') === '0';
      const waitMs = isUsedUp ? retryAfterMs(429, headers, 0, 0, now()) : rateLimitMs(headers);
      if (pausedUntil.size > MAX_KEYS) pausedUntil.clear();
      if (waitMs) pausedUntil.set(method + url, now() + waitMs);
    },
    waitMs({ method, url }) {
      const waitMs = (pausedUntil.get(method + url) ?? 0) - now();
      return waitMs > 0 && waitMs <= maxRetryAfterMs ? waitMs : 0;
    },
  };
}
