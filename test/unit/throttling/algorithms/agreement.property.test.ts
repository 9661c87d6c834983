import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ratePolicy } from '../../../../lib/throttling/rate-policy';
import { memoryStore } from '../../../../lib/throttling/stores/memory-store';
import { Reference, type TimedPolicy } from './reference';

const DAY_MS = 86_400_000;

const small = fc.record({
  limit: fc.integer({ min: 1, max: 6 }),
  burst: fc.integer({ min: 1, max: 9 }),
  windowMs: fc.integer({ min: 1, max: 90 }),
});

const arrivals = (longestMs: number) =>
  fc.array(
    fc.record({
      elapsedMs: fc.oneof(fc.constant(0), fc.nat({ max: 12 }), fc.nat({ max: longestMs })),
      cost: fc.oneof(fc.constant(1), fc.nat({ max: 4 })),
    }),
    { minLength: 1, maxLength: 60 },
  );

const POLICIES: Record<TimedPolicy['algorithm'], fc.Arbitrary<TimedPolicy>> = {
  'fixed-window': small.map(({ limit, windowMs }) => timed('fixed-window', { limit, windowMs })),
  'sliding-window': small.map(({ limit, windowMs }) =>
    timed('sliding-window', { limit, windowMs }),
  ),
  'token-bucket': small.map((values) => timed('token-bucket', values)),
  calendar: fc
    .record({
      limit: fc.integer({ min: 1, max: 6 }),
      per: fc.constantFrom('day' as const, 'month' as const),
      // Days of 23 and 25 hours, midnights that are skipped, an offset of 45 minutes.
      timeZone: fc.constantFrom('UTC', 'Europe/Berlin', 'Africa/Cairo', 'Asia/Kathmandu'),
    })
    .map(({ limit, ...calendar }) => timed('calendar', { limit, windowMs: DAY_MS, calendar })),
};

function timed(algorithm: TimedPolicy['algorithm'], values: object): TimedPolicy {
  const init = { id: algorithm, name: algorithm, limit: 1, windowMs: 1, ...values };
  return { ...ratePolicy(init), algorithm };
}

describe.each(Object.keys(POLICIES) as TimedPolicy['algorithm'][])('A %s policy', (algorithm) => {
  const isCalendar = algorithm === 'calendar';
  const scaleMs = isCalendar ? DAY_MS / 20 : 1;

  it('admits, counts down, resets and tells the wait as the definition says', () => {
    fc.assert(
      fc.property(POLICIES[algorithm], arrivals(150), (policy, requests) => {
        const store = memoryStore();
        const reference = new Reference(policy);
        let nowMs = 20_000 * DAY_MS;
        for (const { elapsedMs, cost } of requests) {
          nowMs += elapsedMs * scaleMs;
          const { isAllowed, states } = store.consume([{ policy, key: 'ada', cost }], nowMs);
          expect(isAllowed).toBe(reference.fits(cost, nowMs));
          if (isAllowed) reference.charge(cost, nowMs);
          const { remaining, resetAtMs, retryAtMs } = states[0] ?? {};
          expect(remaining).toBe(reference.remaining(nowMs));
          expect(resetAtMs).toBe(reference.firstFit(policy.burst, nowMs));
          if (isAllowed) expect(retryAtMs).toBeUndefined();
          else if (cost <= policy.burst) {
            expect(retryAtMs).toBe(reference.firstFit(cost, nowMs));
          } else expect(retryAtMs).toBeGreaterThan(nowMs);
        }
      }),
      { seed: 20_261_122, verbose: true, numRuns: 200 },
    );
  });

  it('charges nothing when it is only looked at', () => {
    fc.assert(
      fc.property(POLICIES[algorithm], arrivals(150), (policy, requests) => {
        const [store, watched] = [memoryStore(), memoryStore()];
        let nowMs = 20_000 * DAY_MS;
        for (const { elapsedMs, cost } of requests) {
          nowMs += elapsedMs * scaleMs;
          const hits = [{ policy, key: 'ada', cost }];
          const { isAllowed, states } = watched.peek(hits, nowMs);
          const decision = store.consume(hits, nowMs);
          expect(isAllowed).toBe(decision.isAllowed);
          if (!isAllowed) expect(states).toEqual(decision.states);
          expect(watched.consume(hits, nowMs)).toEqual(decision);
        }
      }),
      { seed: 20_261_122, verbose: true, numRuns: 100 },
    );
  });
});
