import type { RatePolicy } from './stores/rate-limit-store';

/** What a policy must say; the rest has defaults. */
export type RatePolicyInit = Pick<RatePolicy, 'id' | 'name' | 'limit' | 'windowMs'> &
  Partial<RatePolicy>;

/** A policy as stores take it: a fixed window that blocks nobody, but for what is given. */
export function ratePolicy(init: RatePolicyInit): RatePolicy {
  return {
    algorithm: 'fixed-window',
    burst: init.limit,
    calendar: undefined,
    blockMs: 0,
    blockFactor: 1,
    blockMaxMs: init.blockMs ?? 0,
    isShadow: false,
    ...init,
  };
}
