import type { ApiException } from '../catalog/api-exception';
import { StandardErrors } from '../catalog/standard-errors';
import { withoutStack } from '../catalog/without-stack';
import { resetSeconds } from './headers/seconds';
import type { PolicyState } from './stores/rate-limit-store';

/** What a 429 tells: the details of the body, and what an `errorMessage` may use. */
export interface RateLimitViolation {
  readonly limit: number;
  readonly remaining: number;
  /** ISO 8601, whole seconds. */
  readonly resetAt: string;
  /** Whole seconds. */
  readonly retryAfter: number;
}

/** What the failure of a refused request says; the same as the headers. */
export function violationOf(state: PolicyState, retryAfter: number): RateLimitViolation {
  const resetAt = new Date(resetSeconds(state) * 1000).toISOString().replace('.000Z', 'Z');
  return { limit: state.policy.burst, remaining: state.remaining, resetAt, retryAfter };
}

export function rateLimitExceeded(
  violation: RateLimitViolation,
  message: string | undefined,
): ApiException {
  const options = {
    retryAfterSeconds: violation.retryAfter,
    ...(message !== undefined && { message }),
  };
  return withoutStack(() => StandardErrors.RATE_LIMIT_EXCEEDED({ ...violation }, options));
}
