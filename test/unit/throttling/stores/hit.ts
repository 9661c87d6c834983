import { ratePolicy, type RatePolicyInit } from '../../../../lib/throttling/rate-policy';
import type {
  Decision,
  PolicyHit,
  RatePolicy,
  RateLimitStore,
} from '../../../../lib/throttling/stores/rate-limit-store';

/** Three a minute. */
export function policy(id: string, changes: Partial<RatePolicyInit> = {}): RatePolicy {
  return ratePolicy({ id, name: id, limit: 3, windowMs: 60_000, ...changes });
}

export const hit = (limit: RatePolicy, client = 'ada', cost = 1): PolicyHit => ({
  policy: limit,
  key: client,
  cost,
});

/** What the tests look at: the store of this process answers at once. */
export function consume(store: RateLimitStore, nowMs: number, ...hits: PolicyHit[]) {
  const { isAllowed, states } = store.consume(hits, nowMs) as Decision;
  return {
    isAllowed,
    states: states.map(({ remaining, resetAtMs, retryAtMs }) => [remaining, resetAtMs, retryAtMs]),
  };
}
