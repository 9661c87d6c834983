import { checkedInteger } from './checked-integer';
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

/**
 * Checks the values that may depend on a request.
 * @param where what the values belong to, such as `for this request`
 * @throws TypeError naming the wrong value
 */
export function checkedPolicy(policy: RatePolicy, where: string): RatePolicy {
  const { name, algorithm, limit, burst, windowMs, blockMs } = policy;
  checkedInteger(`The limit of "${name}" ${where}`, limit, 1);
  checkedInteger(`The burst of "${name}" ${where}`, burst, 1);
  checkedInteger(`The blockDuration of "${name}" ${where}`, blockMs, 0);
  // The usual length of a month is more than other windows may have.
  if (algorithm === 'calendar') return policy;
  checkedInteger(`The ttl of "${name}" ${where}`, windowMs, 1);
  const isProduct = algorithm === 'token-bucket' || algorithm === 'sliding-window';
  if (isProduct && Math.max(limit, burst) * windowMs > Number.MAX_SAFE_INTEGER) {
    throw new TypeError(
      `The policy "${name}" ${where} counts in products of limit and window, which must stay below` +
        ' 2^53: take a smaller limit, a shorter window or the algorithm "fixed-window".',
    );
  }
  return policy;
}
