import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryStore } from '../../../../lib/throttling/stores/memory-store';
import { admittedAt, arrivals, JUMPY, policies, run, STEADY } from './arrivals';
import { ReferenceWindows } from './reference-windows';

describe('the store in memory', () => {
  it('decides as the reference model while the clock moves on', () => {
    fc.assert(
      fc.property(policies, arrivals(STEADY), (list, requests) => {
        const reference = new ReferenceWindows();
        for (const { nowMs, client, decision } of run(list, requests)) {
          const asked = decision.states.map(({ policy }) => policy);
          expect(decision.isAllowed).toBe(reference.consume(client, asked, nowMs));
          for (const { policy, remaining, resetAtMs } of decision.states) {
            const window = reference.window(`${policy.id}:${client}`, policy, nowMs);
            if (remaining > 0 || decision.isAllowed) {
              expect(remaining).toBe(policy.limit - (window?.count ?? 0));
              expect(resetAtMs).toBe(window ? window.start + policy.windowMs : nowMs);
            }
          }
        }
      }),
      { seed: 20_261_122, verbose: true, numRuns: 300 },
    );
  });

  it('never yields a negative count, a reset in the past or one beyond window and block', () => {
    fc.assert(
      fc.property(policies, arrivals(JUMPY), (list, requests) => {
        for (const { nowMs, decision } of run(list, requests)) {
          for (const { policy, remaining, resetAtMs, retryAtMs } of decision.states) {
            expect(remaining).toBeGreaterThanOrEqual(0);
            expect(remaining).toBeLessThanOrEqual(policy.limit);
            expect(resetAtMs).toBeGreaterThanOrEqual(nowMs);
            expect(resetAtMs - nowMs).toBeLessThanOrEqual(
              Math.max(policy.windowMs, policy.blockMs),
            );
            if (retryAtMs !== undefined) expect(retryAtMs).toBe(resetAtMs);
          }
          const refusing = decision.states.filter(({ retryAtMs }) => retryAtMs !== undefined);
          expect(refusing.length > 0).toBe(!decision.isAllowed);
        }
      }),
      { seed: 20_261_122, verbose: true, numRuns: 300 },
    );
  });

  it('admits no more when the clock is set back: three windows never fit in the time of one', () => {
    fc.assert(
      fc.property(policies, arrivals(JUMPY), (list, requests) => {
        const answers = run(list, requests);
        for (const policy of list) {
          for (const client of [0, 1, 2]) {
            const times = admittedAt(answers, client, policy);
            const spread = times
              .slice(policy.limit * 2)
              .map((time, index) => time - (times[index] ?? 0));
            for (const elapsed of spread) expect(elapsed).toBeGreaterThanOrEqual(policy.windowMs);
          }
        }
      }),
      { seed: 20_261_122, verbose: true, numRuns: 500 },
    );
  });

  it('admits a client that waits until the time it is told', () => {
    fc.assert(
      fc.property(policies, arrivals(JUMPY), (list, requests) => {
        const store = memoryStore();
        let nowMs = 1_000_000;
        for (const { elapsedMs, setBackMs } of requests) {
          nowMs += elapsedMs - setBackMs;
          const hits = list.map((policy) => ({ policy, key: 'ada', cost: 1 }));
          const { isAllowed, states } = store.consume(hits, nowMs);
          if (isAllowed) continue;
          nowMs = Math.max(...states.map(({ retryAtMs }) => retryAtMs ?? 0));
          expect(store.consume(hits, nowMs).isAllowed).toBe(true);
        }
      }),
      { seed: 20_261_122, verbose: true, numRuns: 300 },
    );
  });
});
