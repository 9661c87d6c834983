import type { Call } from './call';
import { rateLimitMs, retryAfterMs } from './retry-after';

/** Remembers which limits are used up. */
export function learn({ method, url, $now, $pausedUntil }: Call, headers: Headers): void {
  const isUsedUp = headers.get('x-ratelimit-remaining') === '0';
  const waitMs = isUsedUp ? retryAfterMs(429, headers, 0, '', $now()) : rateLimitMs(headers);
  // Without a bound, URLs with ids in them would be a leak.
  if ($pausedUntil.size > 1_000) $pausedUntil.clear();
  if (waitMs) $pausedUntil.set(method + url, $now() + waitMs);
}

/** How long a request waits for its limit; a wait that is too long is none. */
export function pauseMs({ method, url, $now, $pausedUntil, maxRetryAfterMs }: Call): number {
  const waitMs = ($pausedUntil.get(method + url) ?? 0) - $now();
  return waitMs > maxRetryAfterMs ? 0 : waitMs;
}
