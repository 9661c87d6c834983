import { describe, expect, it } from 'vitest';
import { memoryStore } from '../../../../lib/throttling/stores/memory-store';
import { consume, hit, policy } from './hit';

const SEARCH = policy('search');
const BURST = policy('burst', { limit: 2, windowMs: 1_000 });

describe('a window in memory', () => {
  it('starts at the first request, counts down, and refuses until it ends', () => {
    const store = memoryStore();
    const at = (nowMs: number) => consume(store, nowMs, hit(SEARCH));
    expect(at(500)).toEqual({ isAllowed: true, states: [[2, 60_500, undefined]] });
    expect(at(900)).toEqual({ isAllowed: true, states: [[1, 60_500, undefined]] });
    expect(at(59_000)).toEqual({ isAllowed: true, states: [[0, 60_500, undefined]] });
    expect(at(60_499)).toEqual({ isAllowed: false, states: [[0, 60_500, 60_500]] });
    expect(at(60_500)).toEqual({ isAllowed: true, states: [[2, 120_500, undefined]] });
  });

  it('belongs to one key', () => {
    const store = memoryStore();
    for (const client of ['ada', 'bob', 'eve']) {
      expect(consume(store, 0, hit(SEARCH, client)).states).toEqual([[2, 60_000, undefined]]);
    }
  });

  it('is not charged by a request that another policy refuses', () => {
    const store = memoryStore();
    const both = (nowMs: number) => consume(store, nowMs, hit(BURST), hit(SEARCH));
    both(0);
    both(0);
    const refused = {
      isAllowed: false,
      states: [
        [0, 1_000, 1_000],
        [1, 60_000, undefined],
      ],
    };
    expect(both(10)).toEqual(refused);
    expect(both(20)).toEqual(refused);
    expect(both(1_000)).toEqual({
      isAllowed: true,
      states: [
        [1, 2_000, undefined],
        [0, 60_000, undefined],
      ],
    });
  });

  it('of a policy that has seen no request stands whole beside one that refuses', () => {
    const store = memoryStore();
    consume(store, 0, hit(BURST));
    consume(store, 0, hit(BURST));
    expect(consume(store, 100, hit(BURST), hit(SEARCH))).toEqual({
      isAllowed: false,
      states: [
        [0, 1_000, 1_000],
        [3, 100, undefined],
      ],
    });
  });

  it('keeps its count and lasts at most one window more when the clock is set back', () => {
    const store = memoryStore();
    consume(store, 1_000_000, hit(SEARCH));
    expect(consume(store, 5_000, hit(SEARCH)).states).toEqual([[1, 65_000, undefined]]);
    expect(consume(store, 6_000, hit(SEARCH)).states).toEqual([[0, 65_000, undefined]]);
    expect(consume(store, 7_000, hit(SEARCH)).isAllowed).toBe(false);
    expect(consume(store, -7_000, hit(SEARCH)).states).toEqual([[0, 53_000, 53_000]]);
    expect(consume(store, 53_000, hit(SEARCH)).isAllowed).toBe(true);
  });

  it('follows a limit that changes between requests', () => {
    const store = memoryStore();
    const limited = (limit: number) => consume(store, 0, hit(policy('plan', { limit })));
    for (let count = 0; count < 5; count++) limited(5);
    expect(limited(3)).toEqual({ isAllowed: false, states: [[0, 60_000, 60_000]] });
    expect(limited(6)).toEqual({ isAllowed: true, states: [[0, 60_000, undefined]] });
  });
});
