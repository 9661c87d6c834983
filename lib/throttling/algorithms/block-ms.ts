import type { RatePolicy } from '../stores/rate-limit-store';

/** How long a violation blocks, after so many blocks that are not forgotten yet; 0 for not at all. */
export function blockMs(policy: RatePolicy, blocksBefore: number): number {
  return Math.min(policy.blockMaxMs, policy.blockMs * policy.blockFactor ** blocksBefore);
}

/** How long after the end of a block the next one still lasts longer. */
export function strikeMemoryMs(policy: RatePolicy): number {
  return policy.blockFactor > 1 ? policy.blockMaxMs : 0;
}
