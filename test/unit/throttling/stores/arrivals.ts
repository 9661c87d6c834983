import * as fc from 'fast-check';
import { memoryStore } from '../../../../lib/throttling/stores/memory-store';
import { ratePolicy } from '../../../../lib/throttling/rate-policy';
import type { Decision, RatePolicy } from '../../../../lib/throttling/stores/rate-limit-store';

/** One request: which client, which policies, and how far both clocks moved since the last one. */
export interface Arrival {
  readonly client: number;
  readonly policies: readonly number[];
  readonly elapsedMs: number;
  readonly setBackMs: number;
}

export const policies: fc.Arbitrary<RatePolicy[]> = fc
  .array(
    fc.record({
      limit: fc.integer({ min: 1, max: 5 }),
      windowMs: fc.integer({ min: 1, max: 200 }),
      blockMs: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 400 })),
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map((list) =>
    list.map((values, index) => ratePolicy({ ...values, id: `${index}`, name: `${index}` })),
  );

export const arrivals = (setBackMs: fc.Arbitrary<number>): fc.Arbitrary<Arrival[]> =>
  fc.array(
    fc.record({
      client: fc.nat({ max: 2 }),
      policies: fc.uniqueArray(fc.nat({ max: 2 }), { minLength: 1, maxLength: 3 }),
      elapsedMs: fc.oneof(fc.constant(0), fc.nat({ max: 20 }), fc.nat({ max: 300 })),
      setBackMs,
    }),
    { minLength: 1, maxLength: 120 },
  );

export const STEADY = fc.constant(0);
export const JUMPY = fc.oneof(
  { weight: 9, arbitrary: STEADY },
  { weight: 1, arbitrary: fc.nat(5_000) },
);

export interface Answer {
  readonly trueMs: number;
  readonly nowMs: number;
  readonly client: number;
  readonly decision: Decision;
}

/** Sends every arrival to a fresh store, by a clock that may be set back. */
export function run(list: readonly RatePolicy[], requests: readonly Arrival[]): Answer[] {
  const store = memoryStore();
  let trueMs = 1_000_000;
  let offsetMs = 0;
  return requests.map((request) => {
    trueMs += request.elapsedMs;
    offsetMs -= request.setBackMs;
    const nowMs = trueMs + offsetMs;
    const asked = list.filter((_, index) => request.policies.includes(index));
    const hits = asked.map((policy) => ({ policy, key: `${request.client}`, cost: 1 }));
    const decision = store.consume(hits, nowMs);
    return { trueMs, nowMs, client: request.client, decision };
  });
}

/** The admitted requests of one client under one policy, in true time. */
export function admittedAt(
  answers: readonly Answer[],
  client: number,
  policy: RatePolicy,
): number[] {
  return answers
    .filter((answer) => answer.client === client && answer.decision.isAllowed)
    .filter(({ decision }) => decision.states.some((state) => state.policy.id === policy.id))
    .map(({ trueMs }) => trueMs);
}
