import { describe, expect, it } from 'vitest';
import { memoryStore } from '../../../../lib/throttling/stores/memory-store';
import type {
  Decision,
  PolicyHit,
  RatePolicy,
  RateLimitStore,
} from '../../../../lib/throttling/stores/rate-limit-store';

function policy(id: string, changes: Partial<RatePolicy> = {}): RatePolicy {
  return { id, name: id, limit: 3, windowMs: 60_000, blockMs: 0, ...changes };
}

const hit = (limit: RatePolicy, client = 'ada'): PolicyHit => ({
  policy: limit,
  key: `${limit.id}:${client}`,
});

/** What the tests look at: the store of this process answers at once. */
function consume(store: RateLimitStore, nowMs: number, ...hits: PolicyHit[]) {
  const { isAllowed, states } = store.consume(hits, nowMs) as Decision;
  return {
    isAllowed,
    states: states.map(({ remaining, resetAtMs, retryAtMs }) => [remaining, resetAtMs, retryAtMs]),
  };
}

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
        [3, 60_100, undefined],
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

describe('a flood of a million clients', () => {
  const once = policy('once', { limit: 1, windowMs: 60_000 });

  it('evicts nobody and shares one window among those who come too late', () => {
    const store = memoryStore({ maxKeys: 1_000 });
    consume(store, 0, hit(once, 'attacker'));
    let admitted = 0;
    for (let client = 0; client < 1_000_000; client++) {
      if (consume(store, 1, hit(once, String(client))).isAllowed) admitted++;
    }
    expect(admitted).toBe(1_000);
    expect(consume(store, 2, hit(once, 'attacker')).isAllowed).toBe(false);
    expect(consume(store, 2, hit(policy('other', { limit: 1 }))).isAllowed).toBe(true);
  });

  it('ends with its windows: newcomers have their own again', () => {
    const store = memoryStore({ maxKeys: 100 });
    for (let client = 0; client < 1_000; client++) consume(store, 0, hit(once, String(client)));
    for (let client = 1_000; client < 1_100; client++) {
      expect(consume(store, 60_000, hit(once, String(client))).isAllowed).toBe(true);
    }
  });

  it('over time needs no more room than the windows that run at once', () => {
    const store = memoryStore({ maxKeys: 1_000 });
    const brief = policy('brief', { limit: 1, windowMs: 500 });
    for (let client = 0; client < 1_000_000; client++) {
      if (!consume(store, client, hit(brief, String(client))).isAllowed) {
        throw new Error(`Client ${client} found the store full.`);
      }
    }
  });
});
