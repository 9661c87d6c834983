import type {
  Decision,
  PolicyHit,
  RatePolicy,
  RateLimitStore,
} from '../../../../lib/throttling/stores/rate-limit-store';

export function policy(id: string, changes: Partial<RatePolicy> = {}): RatePolicy {
  return { id, name: id, limit: 3, windowMs: 60_000, blockMs: 0, ...changes };
}

export const hit = (limit: RatePolicy, client = 'ada'): PolicyHit => ({
  policy: limit,
  key: `${limit.id}:${client}`,
});

/** What the tests look at: the store of this process answers at once. */
export function consume(store: RateLimitStore, nowMs: number, ...hits: PolicyHit[]) {
  const { isAllowed, states } = store.consume(hits, nowMs) as Decision;
  return {
    isAllowed,
    states: states.map(({ remaining, resetAtMs, retryAtMs }) => [remaining, resetAtMs, retryAtMs]),
  };
}
