import type { PolicyHit, RateLimitStore, RatePolicy } from 'nestjs-errors';

export function policy(id: string, changes: Partial<RatePolicy> = {}): RatePolicy {
  return {
    ...{ id, name: id, algorithm: 'fixed-window', limit: 3, windowMs: 60_000, calendar: undefined },
    ...{ burst: changes.limit ?? 3, blockMs: 0, blockFactor: 1, blockMaxMs: 0, isShadow: false },
    ...changes,
  };
}

export function hitsOf(policies: readonly RatePolicy[], key: string): PolicyHit[] {
  return policies.map((limit) => ({ policy: limit, key, cost: 1 }));
}

/** What a request comes to: whether it passes, and what each policy has left. */
export async function consume(store: RateLimitStore, hits: readonly PolicyHit[]) {
  const { isAllowed, states } = await store.consume(hits, Date.now());
  return { isAllowed, remaining: states.map(({ remaining }) => remaining) };
}
