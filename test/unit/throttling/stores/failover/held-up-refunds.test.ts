import { describe, expect, it } from 'vitest';
import { Circuit } from '../../../../../lib/throttling/stores/failover/circuit';
import { FailoverStore } from '../../../../../lib/throttling/stores/failover/failover-store';
import { StoreCaller } from '../../../../../lib/throttling/stores/failover/store-caller';
import { memoryStore } from '../../../../../lib/throttling/stores/memory-store';
import type {
  PolicyHit,
  RateLimitStore,
} from '../../../../../lib/throttling/stores/rate-limit-store';
import { hit, policy } from '../hit';

const LIMITED = policy('default', { limit: 2, windowMs: 60_000 });
const FLIGHTS = policy('flights', { algorithm: 'concurrency', limit: 1 });

/** A store at the other end of a wire, which a test cuts or holds up. */
function setUp(deadlineMs = 1_000) {
  const memory = memoryStore();
  const wire = { isCut: false, answer: Promise.resolve(), refunds: [] as PolicyHit[] };
  const time = { nowMs: 0 };
  const over = async <T>(work: () => T): Promise<T> => {
    if (wire.isCut) throw new Error('no connection');
    await wire.answer;
    return work();
  };
  const distant: RateLimitStore = {
    consume: (hits, nowMs) => over(() => memory.consume(hits, nowMs)),
    refund: (hits, chargedAtMs, nowMs) =>
      over(() => {
        wire.refunds.push(...hits);
        memory.refund(hits, chargedAtMs, nowMs);
      }),
    block: (hits, blockMs, nowMs) => over(() => memory.block(hits, blockMs, nowMs)),
    reset: (hits) => over(() => memory.reset(hits)),
  };
  const circuit = new Circuit(
    () => time.nowMs,
    () => 1,
  );
  const reports = { onFailure() {}, onRecovery() {} };
  const store = new FailoverStore(distant, 'local', new StoreCaller(circuit, deadlineMs, reports));
  const isAllowed = async (asked: PolicyHit) => (await store.consume([asked], 0)).isAllowed;
  return { store, wire, time, isAllowed };
}

describe('What a store could not be given back while it failed', () => {
  it('are places of requests in flight, which it gets when it answers again', async () => {
    const { store, wire, time, isAllowed } = setUp();
    const first = hit(FLIGHTS);
    expect(await isAllowed(first)).toBe(true);
    wire.isCut = true;
    await store.refund([first], 0, 0);
    wire.isCut = false;
    time.nowMs = 100;
    expect(await isAllowed(hit(LIMITED, 'bob'))).toBe(true);
    await new Promise(setImmediate);
    expect(await isAllowed(hit(FLIGHTS))).toBe(true);
    expect(wire.refunds).toEqual([first]);
  });

  it('are credits for which it was not even asked', async () => {
    const { store, wire, time, isAllowed } = setUp();
    const [first, second] = [hit(LIMITED), hit(LIMITED)];
    await isAllowed(first);
    await isAllowed(second);
    wire.isCut = true;
    // This one may have reached it: to give it back twice would raise the limit.
    await store.refund([first], 0, 0);
    await store.refund([second], 0, 0);
    wire.isCut = false;
    time.nowMs = 100;
    await isAllowed(hit(LIMITED, 'bob'));
    await new Promise(setImmediate);
    expect(wire.refunds).toEqual([second]);
    expect([await isAllowed(hit(LIMITED)), await isAllowed(hit(LIMITED))]).toEqual([true, false]);
  });

  it('waits on where it fails again', async () => {
    const { store, wire, time, isAllowed } = setUp();
    const first = hit(FLIGHTS);
    await isAllowed(first);
    wire.isCut = true;
    await store.refund([first], 0, 0);
    for (const pauseMs of [100, 300, 700]) {
      time.nowMs = pauseMs;
      await isAllowed(hit(LIMITED, 'bob'));
    }
    expect(wire.refunds).toEqual([]);
    wire.isCut = false;
    time.nowMs = 1_500;
    await isAllowed(hit(LIMITED, 'bob'));
    await new Promise(setImmediate);
    expect(wire.refunds).toEqual([first]);
  });
});

describe('A store that hangs', () => {
  it.each(['block', 'reset'] as const)('rejects a %s at its deadline', async (operation) => {
    const { store, wire } = setUp(20);
    wire.answer = new Promise(() => {});
    const call =
      operation === 'block' ? store.block([hit(LIMITED)], 1_000, 0) : store.reset([hit(LIMITED)]);
    await expect(call).rejects.toThrow('did not answer within 20 ms');
  });

  it('and answers at last gets back what it charged, but nothing of a shadow it did not', async () => {
    const { wire, store } = setUp(20);
    const shadow = policy('shadow', { limit: 1, windowMs: 60_000, isShadow: true });
    await store.consume([hit(shadow)], 0);
    let release = () => {};
    wire.answer = new Promise((resolve) => {
      release = resolve;
    });
    const hits = [hit(LIMITED), hit(shadow)];
    await store.consume(hits, 0);
    release();
    await expect.poll(() => wire.refunds).toEqual([hits[0]]);
  });
});

it('A store that answers again admits whom the local limiter refused meanwhile', async () => {
  const { wire, time, isAllowed } = setUp();
  wire.isCut = true;
  await isAllowed(hit(LIMITED));
  await isAllowed(hit(LIMITED));
  time.nowMs = 100;
  expect(await isAllowed(hit(LIMITED))).toBe(false);
  wire.isCut = false;
  time.nowMs = 300;
  expect(await isAllowed(hit(LIMITED))).toBe(true);
});
