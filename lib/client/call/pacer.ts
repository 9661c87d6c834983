import type { Call } from './call';
import { rateLimitMs, retryAfterMs } from './retry-after';

/** Remembers which limits are used up; a wait that is too long is none. */
export function learn(call: Call, headers: Headers): void {
  const { $now, $pausedUntil } = call;
  const isUsedUp = headers.get('x-ratelimit-remaining') === '0';
  const waitMs = isUsedUp ? retryAfterMs(429, headers, 0, '', $now()) : rateLimitMs(headers);
  // Without a bound, URLs with ids in them would be a leak.
  if ($pausedUntil.size > 1_000) $pausedUntil.clear();
  if (waitMs && waitMs <= call.maxRetryAfterMs)
    $pausedUntil.set(call.method + call.url, $now() + waitMs);
}

/** How long a request waits for its limit. */
export function pauseMs(call: Call): number {
  return (call.$pausedUntil.get(call.method + call.url) ?? 0) - call.$now();
}
