import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ratePolicy } from '../../../../lib/throttling/rate-policy';
import { memoryStore } from '../../../../lib/throttling/stores/memory-store';
import type { AlgorithmName, RatePolicy } from '../../../../lib/throttling/stores/rate-limit-store';

const DAY_MS = 86_400_000;
const LONGEST_PERIOD_MS = 32 * DAY_MS;
const LONGEST_BLOCK_MS = 451;

const policyOf = (algorithm: AlgorithmName): fc.Arbitrary<RatePolicy> =>
  fc
    .record({
      limit: fc.integer({ min: 1, max: 5 }),
      burst: fc.integer({ min: 1, max: 8 }),
      windowMs: fc.integer({ min: 1, max: 200 }),
      blockMs: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 300 })),
      blockFactor: fc.integer({ min: 1, max: 3 }),
      blockMaxMs: fc.integer({ min: 300, max: 900 }),
      per: fc.constantFrom('day' as const, 'month' as const),
      timeZone: fc.constantFrom('UTC', 'Europe/Berlin', 'Pacific/Apia'),
    })
    .map(({ per, timeZone, burst, ...values }) =>
      ratePolicy({
        ...{ ...values, id: 'a', name: 'a', algorithm },
        ...(algorithm === 'token-bucket' && { burst }),
        ...(algorithm === 'calendar' && { calendar: { per, timeZone } }),
      }),
    );

const steps = fc.array(
  fc.record({
    operation: fc.oneof(
      { weight: 6, arbitrary: fc.constant('consume' as const) },
      fc.constantFrom('wait' as const, 'penalize', 'refund', 'block', 'reset'),
    ),
    cost: fc.oneof({ weight: 3, arbitrary: fc.constant(1) }, fc.nat({ max: 9 })),
    elapsedMs: fc.oneof(
      ...[fc.constant(0), fc.nat({ max: 20 }), fc.nat({ max: 300 }), fc.nat({ max: 2 * DAY_MS })],
    ),
    setBackMs: fc.oneof(
      { weight: 9, arbitrary: fc.constant(0) },
      ...[fc.nat({ max: 300 }), fc.nat({ max: 40 * DAY_MS })],
    ),
  }),
  { minLength: 1, maxLength: 80 },
);

describe.each(['fixed-window', 'sliding-window', 'token-bucket', 'calendar'] as const)(
  'Whatever is done to a %s policy, by a clock that jumps back',
  (algorithm) => {
    const longestMs = ({ windowMs, blockMaxMs, limit, burst }: RatePolicy, penalty: number) => {
      if (algorithm === 'calendar') return LONGEST_PERIOD_MS;
      const refillMs = Math.ceil(((burst + penalty) * windowMs) / limit);
      const ownMs = { 'token-bucket': refillMs, 'sliding-window': 2 * windowMs };
      const windowsMs = algorithm === 'fixed-window' ? windowMs : ownMs[algorithm];
      return Math.max(windowsMs, blockMaxMs, LONGEST_BLOCK_MS);
    };

    it('nothing is negative, past or too far away, and who waits as long as told passes', () => {
      fc.assert(
        fc.property(policyOf(algorithm), steps, (policy, list) => {
          const store = memoryStore();
          let nowMs = 20_000 * DAY_MS;
          let penalty = 0;
          let chargedAtMs = nowMs;
          for (const { operation, cost, elapsedMs, setBackMs } of list) {
            nowMs += elapsedMs - setBackMs;
            const hits = [{ policy, key: 'ada', cost }];
            if (operation === 'consume' && store.consume(hits, nowMs).isAllowed) {
              chargedAtMs = nowMs;
            } else if (operation === 'penalize') {
              store.penalize(hits, nowMs);
              penalty += cost;
            } else if (operation === 'refund') store.refund(hits, chargedAtMs, nowMs);
            else if (operation === 'block') store.block(hits, 50 * cost + 1, nowMs);
            else if (operation === 'reset') store.reset(hits);

            const { isAllowed, states } = store.peek(hits, nowMs);
            const [{ remaining, resetAtMs, retryAtMs }] = states as [(typeof states)[0]];
            expect(remaining).toBeGreaterThanOrEqual(0);
            expect(remaining).toBeLessThanOrEqual(policy.burst);
            expect(resetAtMs).toBeGreaterThanOrEqual(nowMs);
            expect(resetAtMs - nowMs).toBeLessThanOrEqual(longestMs(policy, penalty));
            if (isAllowed) expect(retryAtMs).toBeUndefined();
            else expect(retryAtMs).toBeGreaterThan(nowMs);
            if (operation === 'reset')
              expect([remaining, resetAtMs]).toEqual([policy.burst, nowMs]);
            if (operation !== 'wait' || isAllowed || cost > policy.burst) continue;
            nowMs = retryAtMs as number;
            expect(store.consume(hits, nowMs).isAllowed).toBe(true);
            chargedAtMs = nowMs;
          }
        }),
        { seed: 20_261_128, verbose: true, numRuns: 400 },
      );
    });
  },
);
