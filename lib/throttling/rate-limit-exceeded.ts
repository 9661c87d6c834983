import type { ApiException } from '../catalog/api-exception';
import { StandardErrors } from '../catalog/standard-errors';
import { withoutStack } from '../catalog/without-stack';
import { resetSeconds } from './headers/seconds';
import type { Decision, PolicyState } from './stores/rate-limit-store';

/** What a 429 tells: the details of the body, and what an `errorMessage` may use. */
export interface RateLimitViolation {
  readonly limit: number;
  readonly remaining: number;
  /** ISO 8601, whole seconds. */
  readonly resetAt: string;
  /** Whole seconds. */
  readonly retryAfter: number;
}

/** draft-ietf-httpapi-ratelimit-headers-10, section 5.1: type, title and `violated-policies`. */
const QUOTA_EXCEEDED = {
  type: 'https://iana.org/assignments/http-problem-types#quota-exceeded',
  title: 'Request cannot be satisfied as assigned quota has been exceeded',
};

/** What the failure of a refused request says; the same as the headers. */
export function violationOf(state: PolicyState, retryAfter: number): RateLimitViolation {
  const resetAt = new Date(resetSeconds(state) * 1000).toISOString().replace('.000Z', 'Z');
  return { limit: state.policy.burst, remaining: state.remaining, resetAt, retryAfter };
}

export function rateLimitExceeded(
  violation: RateLimitViolation,
  { states }: Decision,
  message: string | undefined,
): ApiException {
  const options = {
    retryAfterSeconds: violation.retryAfter,
    problem: { ...QUOTA_EXCEEDED, members: { 'violated-policies': violatedBy(states) } },
    ...(message !== undefined && { message }),
  };
  return withoutStack(() => StandardErrors.RATE_LIMIT_EXCEEDED({ ...violation }, options));
}

function violatedBy(states: readonly PolicyState[]): readonly string[] {
  return states
    .filter(({ policy, retryAtMs }) => retryAtMs !== undefined && !policy.isShadow)
    .map(({ policy }) => policy.name);
}
