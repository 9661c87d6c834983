import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryStore } from '../../../../lib/throttling/stores/memory-store';
import type { Decision, RatePolicy } from '../../../../lib/throttling/stores/rate-limit-store';

/** One request: which client, which policies, and how far both clocks moved since the last one. */
interface Arrival {
  readonly client: number;
  readonly policies: readonly number[];
  readonly elapsedMs: number;
  readonly setBackMs: number;
}

const policies: fc.Arbitrary<RatePolicy[]> = fc
  .array(
    fc.record({
      limit: fc.integer({ min: 1, max: 5 }),
      windowMs: fc.integer({ min: 1, max: 200 }),
      blockMs: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 400 })),
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map((list) => list.map((values, index) => ({ ...values, id: `${index}`, name: `${index}` })));

const arrivals = (setBackMs: fc.Arbitrary<number>): fc.Arbitrary<Arrival[]> =>
  fc.array(
    fc.record({
      client: fc.nat({ max: 2 }),
      policies: fc.uniqueArray(fc.nat({ max: 2 }), { minLength: 1, maxLength: 3 }),
      elapsedMs: fc.oneof(fc.constant(0), fc.nat({ max: 20 }), fc.nat({ max: 300 })),
      setBackMs,
    }),
    { minLength: 1, maxLength: 120 },
  );

const STEADY = fc.constant(0);
const JUMPY = fc.oneof({ weight: 9, arbitrary: STEADY }, { weight: 1, arbitrary: fc.nat(5_000) });

interface Answer {
  readonly trueMs: number;
  readonly nowMs: number;
  readonly client: number;
  readonly decision: Decision;
}

/** Sends every arrival to a fresh store, by a clock that may be set back. */
function run(list: readonly RatePolicy[], requests: readonly Arrival[]): Answer[] {
  const store = memoryStore();
  let trueMs = 1_000_000;
  let offsetMs = 0;
  return requests.map((request) => {
    trueMs += request.elapsedMs;
    offsetMs -= request.setBackMs;
    const nowMs = trueMs + offsetMs;
    const asked = list.filter((_, index) => request.policies.includes(index));
    const hits = asked.map((policy) => ({ policy, key: `${policy.id}:${request.client}` }));
    const decision = store.consume(hits, nowMs) as Decision;
    return { trueMs, nowMs, client: request.client, decision };
  });
}

/** The admitted requests of one client under one policy, in true time. */
function admittedAt(answers: readonly Answer[], client: number, policy: RatePolicy): number[] {
  return answers
    .filter((answer) => answer.client === client && answer.decision.isAllowed)
    .filter(({ decision }) => decision.states.some((state) => state.policy.id === policy.id))
    .map(({ trueMs }) => trueMs);
}

/** The plainest reading of the rules, in objects by key and for a clock that only moves on. */
class ReferenceWindows {
  readonly #windows = new Map<string, { start: number; count: number; blockedUntil: number }>();

  window(key: string, policy: RatePolicy, nowMs: number) {
    const window = this.#windows.get(key);
    const hasEnded =
      !window || nowMs >= Math.max(window.start + policy.windowMs, window.blockedUntil);
    return hasEnded ? undefined : window;
  }

  consume(client: number, asked: readonly RatePolicy[], nowMs: number): boolean {
    const windows = asked.map((policy) => ({
      policy,
      key: `${policy.id}:${client}`,
      window: this.window(`${policy.id}:${client}`, policy, nowMs),
    }));
    const refusing = windows.filter(({ policy, window }) => (window?.count ?? 0) >= policy.limit);
    for (const { policy, window } of refusing) {
      if (window?.blockedUntil === 0 && policy.blockMs > 0) {
        window.blockedUntil = nowMs + policy.blockMs;
      }
    }
    if (refusing.length > 0) return false;
    for (const { key, window } of windows) {
      if (window) window.count++;
      else this.#windows.set(key, { start: nowMs, count: 1, blockedUntil: 0 });
    }
    return true;
  }
}

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
              expect(resetAtMs).toBe((window?.start ?? nowMs) + policy.windowMs);
            }
          }
        }
      }),
      { verbose: true, numRuns: 300 },
    );
  });

  it('never yields a negative count, a reset in the past or one beyond window and block', () => {
    fc.assert(
      fc.property(policies, arrivals(JUMPY), (list, requests) => {
        for (const { nowMs, decision } of run(list, requests)) {
          for (const { policy, remaining, resetAtMs, retryAtMs } of decision.states) {
            expect(remaining).toBeGreaterThanOrEqual(0);
            expect(remaining).toBeLessThanOrEqual(policy.limit);
            expect(resetAtMs).toBeGreaterThan(nowMs);
            expect(resetAtMs - nowMs).toBeLessThanOrEqual(
              Math.max(policy.windowMs, policy.blockMs),
            );
            if (retryAtMs !== undefined) expect(retryAtMs).toBe(resetAtMs);
          }
          const refusing = decision.states.filter(({ retryAtMs }) => retryAtMs !== undefined);
          expect(refusing.length > 0).toBe(!decision.isAllowed);
        }
      }),
      { verbose: true, numRuns: 300 },
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
      { verbose: true, numRuns: 500 },
    );
  });

  it('admits a client that waits until the time it is told', () => {
    fc.assert(
      fc.property(policies, arrivals(JUMPY), (list, requests) => {
        const store = memoryStore();
        let nowMs = 1_000_000;
        for (const { elapsedMs, setBackMs } of requests) {
          nowMs += elapsedMs - setBackMs;
          const hits = list.map((policy) => ({ policy, key: policy.id }));
          const { isAllowed, states } = store.consume(hits, nowMs) as Decision;
          if (isAllowed) continue;
          nowMs = Math.max(...states.map(({ retryAtMs }) => retryAtMs ?? 0));
          expect((store.consume(hits, nowMs) as Decision).isAllowed).toBe(true);
        }
      }),
      { verbose: true, numRuns: 300 },
    );
  });
});
