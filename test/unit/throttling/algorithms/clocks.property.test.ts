import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ratePolicy } from '../../../../lib/throttling/rate-policy';
import { memoryStore } from '../../../../lib/throttling/stores/memory-store';
import type { RatePolicy } from '../../../../lib/throttling/stores/rate-limit-store';

const policies: fc.Arbitrary<RatePolicy[]> = fc
  .array(
    fc.record({
      algorithm: fc.constantFrom('fixed-window' as const, 'sliding-window', 'token-bucket'),
      limit: fc.integer({ min: 1, max: 5 }),
      windowMs: fc.integer({ min: 1, max: 200 }),
      blockMs: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 300 })),
      blockFactor: fc.integer({ min: 1, max: 3 }),
      blockMaxMs: fc.integer({ min: 300, max: 900 }),
      isShadow: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, fc.constant(true)),
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map((list) => list.map((values, id) => ratePolicy({ ...values, id: `${id}`, name: `${id}` })));

const requests = fc.array(
  fc.record({
    elapsedMs: fc.oneof(fc.constant(0), fc.nat({ max: 20 }), fc.nat({ max: 300 })),
    setBackMs: fc.oneof({ weight: 9, arbitrary: fc.constant(0) }, fc.nat(5_000)),
    cost: fc.oneof({ weight: 4, arbitrary: fc.constant(1) }, fc.nat({ max: 3 })),
  }),
  { minLength: 1, maxLength: 100 },
);

const hitsOf = (list: readonly RatePolicy[], cost = 1) =>
  list.map((policy) => ({ policy, key: 'ada', cost: Math.min(cost, policy.burst) }));

describe('Under a clock that is set back', () => {
  it('nothing is negative, past, or further away than window and block', () => {
    fc.assert(
      fc.property(policies, requests, (list, arrivals) => {
        const store = memoryStore();
        let nowMs = 1_000_000;
        for (const { elapsedMs, setBackMs, cost } of arrivals) {
          nowMs += elapsedMs - setBackMs;
          const { isAllowed, states } = store.consume(hitsOf(list, cost), nowMs);
          for (const { policy, remaining, resetAtMs, retryAtMs } of states) {
            const longestMs = Math.max(2 * policy.windowMs, policy.blockMaxMs);
            expect(remaining).toBeGreaterThanOrEqual(0);
            expect(remaining).toBeLessThanOrEqual(policy.burst);
            expect(resetAtMs).toBeGreaterThanOrEqual(nowMs);
            expect(resetAtMs - nowMs).toBeLessThanOrEqual(longestMs);
            if (retryAtMs === undefined) continue;
            expect(retryAtMs).toBeGreaterThan(nowMs);
            expect(retryAtMs).toBeLessThanOrEqual(resetAtMs);
          }
          const violated = states.filter(({ retryAtMs }) => retryAtMs !== undefined);
          expect(violated.every(({ policy }) => policy.isShadow)).toBe(isAllowed);
        }
      }),
      { seed: 20_261_122, verbose: true, numRuns: 300 },
    );
  });

  it('a client that waits as long as it is told passes', () => {
    fc.assert(
      fc.property(policies, requests, (list, arrivals) => {
        const store = memoryStore();
        let nowMs = 1_000_000;
        for (const { elapsedMs, setBackMs, cost } of arrivals) {
          nowMs += elapsedMs - setBackMs;
          const hits = hitsOf(list, cost);
          const { isAllowed, states } = store.consume(hits, nowMs);
          if (isAllowed) continue;
          const waited = states.filter(({ policy }) => !policy.isShadow);
          nowMs = Math.max(...waited.map(({ retryAtMs }) => retryAtMs ?? 0));
          expect(store.consume(hits, nowMs).isAllowed).toBe(true);
        }
      }),
      { seed: 20_261_122, verbose: true, numRuns: 300 },
    );
  });

  it('no window of true time admits more than what a full bucket and one limit make', () => {
    fc.assert(
      fc.property(policies, requests, (list, arrivals) => {
        const [policy] = list.map((each) => ({ ...each, isShadow: false })) as [RatePolicy];
        const store = memoryStore();
        const admitted: number[] = [];
        let [nowMs, trueMs] = [1_000_000, 0];
        for (const { elapsedMs, setBackMs } of arrivals) {
          nowMs += elapsedMs - setBackMs;
          trueMs += elapsedMs;
          if (store.consume(hitsOf([policy]), nowMs).isAllowed) admitted.push(trueMs);
        }
        for (const [index, endMs] of admitted.slice(policy.burst + policy.limit).entries()) {
          expect(endMs - (admitted[index] as number)).toBeGreaterThanOrEqual(policy.windowMs);
        }
      }),
      { seed: 20_261_122, verbose: true, numRuns: 500 },
    );
  });
});
