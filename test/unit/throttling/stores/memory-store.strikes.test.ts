import { describe, expect, it } from 'vitest';
import { memoryStore } from '../../../../lib/throttling/stores/memory-store';
import { consume, hit, policy } from './hit';

/** Blocks of 1, 2, 4 and then 8 seconds; forgotten 8 seconds after the last. */
const LOGIN = policy('login', {
  ...{ limit: 1, windowMs: 100, blockMs: 1_000, blockFactor: 2, blockMaxMs: 8_000 },
});
const blockedForMs = (store: ReturnType<typeof memoryStore>, nowMs: number, limit = LOGIN) => {
  consume(store, nowMs, hit(limit));
  const [[, , retryAtMs]] = consume(store, nowMs, hit(limit)).states as [number[]];
  return (retryAtMs as number) - nowMs;
};

describe('blocks in a row', () => {
  it('last longer each time', () => {
    const store = memoryStore();
    expect([0, 2_000, 6_000, 14_000, 29_999].map((nowMs) => blockedForMs(store, nowMs))).toEqual([
      1_000, 2_000, 4_000, 8_000, 8_000,
    ]);
  });

  it('are forgotten so long after the last, and no earlier', () => {
    expect(blockedForMs(after(0), 8_999)).toBe(2_000);
    expect(blockedForMs(after(0), 9_000)).toBe(1_000);
  });

  it('are forgotten as soon, however long the key is kept for what else it counts', () => {
    const store = after(0);
    consume(store, 8_950, hit(LOGIN));
    expect(consume(store, 9_000, hit(LOGIN)).states).toEqual([[0, 10_000, 10_000]]);
  });

  it('are forgotten with the key, also where requests are in flight', () => {
    const store = memoryStore();
    const open = policy('open', { ...LOGIN, id: 'open', algorithm: 'concurrency' });
    const flying = hit(open);
    consume(store, 0, flying);
    expect(consume(store, 0, hit(open)).states).toEqual([[0, 1_000, 1_000]]);
    store.reset([hit(open)]);
    expect(consume(store, 10, hit(open)).states).toEqual([[0, 1_010, 1_010]]);
  });

  it('are remembered when the last request in flight has ended', () => {
    const store = memoryStore();
    const open = policy('open', { ...LOGIN, id: 'open', algorithm: 'concurrency' });
    const flying = hit(open);
    consume(store, 0, flying);
    consume(store, 0, hit(open));
    store.refund([flying], 0, 10);
    for (let nowMs = 1_100; nowMs < 1_120; nowMs++) consume(store, nowMs, hit(LOGIN, `${nowMs}`));
    const next = hit(open);
    expect(consume(store, 2_000, next).isAllowed).toBe(true);
    expect(consume(store, 2_000, hit(open)).states).toEqual([[0, 4_000, 4_000]]);
  });
});

function after(nowMs: number) {
  const store = memoryStore();
  blockedForMs(store, nowMs);
  return store;
}
