import { describe, expect, it } from 'vitest';
import { mostPressing } from '../../../lib/throttling/most-pressing';
import { ratePolicy } from '../../../lib/throttling/rate-policy';
import type { PolicyState } from '../../../lib/throttling/stores/rate-limit-store';

function state(
  name: string,
  remaining: number,
  resetAtMs: number,
  retryAtMs?: number,
): PolicyState {
  const policy = ratePolicy({ id: name, name, limit: 10, windowMs: 1_000 });
  return { policy, remaining, resetAtMs, retryAtMs };
}

const speaker = (isAllowed: boolean, ...states: PolicyState[]) =>
  mostPressing({ isAllowed, states })?.policy.name;

describe('the policy that speaks', () => {
  it('has the fewest requests remaining', () => {
    expect(speaker(true, state('a', 5, 100), state('b', 2, 50), state('c', 3, 900))).toBe('b');
  });

  it('resets later where the same number remains', () => {
    expect(speaker(true, state('a', 2, 100), state('b', 2, 900), state('c', 2, 500))).toBe('b');
  });

  it('makes a refused client wait longest', () => {
    expect(speaker(false, state('a', 0, 100, 100), state('b', 0, 900, 900))).toBe('b');
    expect(speaker(false, state('a', 0, 900, 900), state('b', 0, 100, 100))).toBe('a');
  });

  it('is never one that would have admitted a refused request', () => {
    expect(speaker(false, state('a', 0, 9_000), state('b', 0, 100, 100))).toBe('b');
    expect(speaker(false, state('a', 1, 9_000), state('b', 0, -5, -5))).toBe('b');
  });
});
