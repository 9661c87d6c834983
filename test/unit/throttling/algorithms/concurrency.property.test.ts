import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ratePolicy } from '../../../../lib/throttling/rate-policy';
import { memoryStore } from '../../../../lib/throttling/stores/memory-store';
import type { PolicyHit } from '../../../../lib/throttling/stores/rate-limit-store';

/** After this long a refused client may ask again; nobody knows when a request ends. */
const GUESS_MS = 1_000;

const steps = fc.array(
  fc.record({
    operation: fc.oneof(
      { weight: 5, arbitrary: fc.constant('begin' as const) },
      { weight: 4, arbitrary: fc.constant('end' as const) },
      fc.constantFrom('end twice' as const, 'end unknown', 'peek', 'reset'),
    ),
    client: fc.constantFrom('ada', 'grace'),
    limit: fc.integer({ min: 1, max: 5 }),
    which: fc.nat({ max: 20 }),
    elapsedMs: fc.oneof(fc.nat({ max: 50 }), fc.nat({ max: 500_000 })),
    setBackMs: fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, fc.nat({ max: 1_000_000 })),
  }),
  { minLength: 1, maxLength: 80 },
);

describe('Requests in flight', () => {
  it('are as many as have begun and not ended, whatever the clock and the limit do', () => {
    fc.assert(
      fc.property(steps, (list) => {
        const store = memoryStore({ maxKeys: 50 });
        const inFlight: PolicyHit[] = [];
        let nowMs = 1_000_000;
        for (const { operation, client, limit, which, elapsedMs, setBackMs } of list) {
          nowMs += elapsedMs - setBackMs;
          const policy = ratePolicy({
            ...{ id: 'open', name: 'open', algorithm: 'concurrency', limit, windowMs: 300_000 },
          });
          const hit = { policy, key: client, cost: 1 };
          const count = () => inFlight.filter(({ key }) => key === client).length;
          if (operation === 'begin' || operation === 'peek') {
            const fits = count() < limit;
            const isPeek = operation === 'peek';
            const { isAllowed, states } = store[isPeek ? 'peek' : 'consume']([hit], nowMs);
            expect(isAllowed).toBe(fits);
            if (fits && !isPeek) inFlight.push(hit);
            expect(states).toEqual([
              {
                policy,
                remaining: Math.max(0, limit - count()),
                resetAtMs: count() === 0 ? nowMs : nowMs + GUESS_MS,
                retryAtMs: fits ? undefined : nowMs + GUESS_MS,
              },
            ]);
          } else if (operation === 'reset') store.reset([hit]);
          else if (operation === 'end unknown') store.refund([hit], nowMs, nowMs);
          else if (inFlight.length > 0) {
            const [ended] = inFlight.splice(which % inFlight.length, 1) as [PolicyHit];
            store.refund([ended], nowMs, nowMs);
            if (operation === 'end twice') store.refund([ended], nowMs, nowMs);
          }
        }
      }),
      { seed: 20_261_128, verbose: true, numRuns: 500 },
    );
  });

  it('of newcomers who share a place in a full store all give it back', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 9 }), { maxLength: 60 }), (clients) => {
        const store = memoryStore({ maxKeys: 2 });
        const init = { id: 'open', name: 'open', limit: 3, windowMs: 1_000 };
        const policy = ratePolicy({ ...init, algorithm: 'concurrency' });
        const begun = clients
          .map((client) => [{ policy, key: `${client}`, cost: 1 }])
          .filter((hits) => store.consume(hits, 0).isAllowed);
        expect(begun.length).toBeLessThanOrEqual(9);
        for (const hits of begun) store.refund(hits, 0, 1);
        for (const client of clients) {
          const { states } = store.peek([{ policy, key: `${client}`, cost: 1 }], 2);
          expect(states[0]?.remaining).toBe(3);
        }
      }),
      { seed: 20_261_128, verbose: true, numRuns: 200 },
    );
  });
});
