import { describe, expect, it } from 'vitest';
import { memoryStore } from '../../../../lib/throttling/stores/memory-store';
import { consume, hit, policy } from './hit';

const BURST = policy('burst', { limit: 2, windowMs: 1_000 });

describe('a block', () => {
  const blocking = (blockMs: number) => policy('login', { limit: 1, windowMs: 1_000, blockMs });

  it('lasts from the first violation, however often the client comes back', () => {
    const store = memoryStore();
    const at = (nowMs: number) => consume(store, nowMs, hit(blocking(10_000)));
    expect(at(0).isAllowed).toBe(true);
    expect(at(900)).toEqual({ isAllowed: false, states: [[0, 10_900, 10_900]] });
    expect(at(10_899)).toEqual({ isAllowed: false, states: [[0, 10_900, 10_900]] });
    expect(at(10_900).isAllowed).toBe(true);
  });

  it('never ends before the window does', () => {
    const store = memoryStore();
    const at = (nowMs: number) => consume(store, nowMs, hit(blocking(200)));
    at(0);
    expect(at(100)).toEqual({ isAllowed: false, states: [[0, 1_000, 1_000]] });
    expect(at(999).isAllowed).toBe(false);
    expect(at(1_000).isAllowed).toBe(true);
    expect(at(1_900)).toEqual({ isAllowed: false, states: [[0, 2_100, 2_100]] });
    expect(at(2_050).isAllowed).toBe(false);
  });

  it('holds when the limit is raised meanwhile', () => {
    const store = memoryStore();
    const limited = (limit: number) =>
      consume(store, 0, hit(policy('login', { limit, blockMs: 5_000 }))).isAllowed;
    expect([limited(1), limited(1), limited(100)]).toEqual([true, false, false]);
  });

  it('is not set off by a policy that admits the request', () => {
    const store = memoryStore();
    const calm = policy('calm', { limit: 5, blockMs: 10_000 });
    for (let count = 0; count < 4; count++) consume(store, 0, hit(BURST), hit(calm));
    expect(consume(store, 1_000, hit(BURST), hit(calm)).isAllowed).toBe(true);
  });
});
