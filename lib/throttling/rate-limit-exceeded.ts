import type { ApiException } from '../catalog/api-exception';
import { StandardErrors } from '../catalog/standard-errors';
import { withoutStack } from '../catalog/without-stack';
import { resetSeconds } from './rate-limit-headers';
import type { PolicyState } from './stores/rate-limit-store';

/** The failure of a refused request; its details say what the headers say. */
export function rateLimitExceeded(state: PolicyState, retryAfter: number): ApiException {
  const resetAt = new Date(resetSeconds(state) * 1000).toISOString().replace('.000Z', 'Z');
  const details = { limit: state.policy.limit, remaining: state.remaining, resetAt, retryAfter };
  return withoutStack(() =>
    StandardErrors.RATE_LIMIT_EXCEEDED(details, { retryAfterSeconds: retryAfter }),
  );
}
