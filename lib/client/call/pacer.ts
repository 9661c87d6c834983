import type { Call } from './call';
import { rateLimitMs, retryAfterMs } from './retry-after';

/** Beyond this, URLs with ids in them would be a leak. */
const MAX_KEYS = 1_000;

/** Remembers which limits are used up. */
export function learn({ method, url, $now, $pausedUntil }: Call, headers: Headers): void {
  const isUsedUp = headers.get('x-ratelimit-remaining') === '0';
  const waitMs = isUsedUp ? retryAfterMs(429, headers, 0, 0, $now()) : rateLimitMs(headers);
  if ($pausedUntil.size > MAX_KEYS) $pausedUntil.clear();
  if (waitMs) $pausedUntil.set(method + url, $now() + waitMs);
}

/** How long a request waits for its limit; a wait that is too long is none. */
export function pauseMs({ method, url, $now, $pausedUntil, maxRetryAfterMs }: Call): number {
  const waitMs = ($pausedUntil.get(method + url) ?? 0) - $now();
  return waitMs > maxRetryAfterMs ? 0 : Math.max(0, waitMs);
}
