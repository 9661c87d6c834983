import type { Call } from './call';
import { rateLimitMs, retryAfterMs } from './retry-after';

/** Beyond this, URLs with ids in them would be a leak. */
const MAX_KEYS = 1_000;

/** Remembers which limits are used up. */
export function learn({ method, url, now_, pausedUntil_ }: Call, headers: Headers): void {
  const isUsedUp = headers.get('x-ratelimit-remaining') === '0';
  const waitMs = isUsedUp ? retryAfterMs(429, headers, 0, 0, now_()) : rateLimitMs(headers);
  if (pausedUntil_.size > MAX_KEYS) pausedUntil_.clear();
  if (waitMs) pausedUntil_.set(method + url, now_() + waitMs);
}

/** How long a request waits for its limit; a wait that is too long is none. */
export function pauseMs({ method, url, now_, pausedUntil_, maxRetryAfterMs }: Call): number {
  const waitMs = (pausedUntil_.get(method + url) ?? 0) - now_();
  return waitMs > maxRetryAfterMs ? 0 : Math.max(0, waitMs);
}
