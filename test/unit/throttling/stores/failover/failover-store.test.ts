import { describe, expect, it } from 'vitest';
import { Circuit } from '../../../../../lib/throttling/stores/failover/circuit';
import {
  FailoverStore,
  type StoreFailureMode,
} from '../../../../../lib/throttling/stores/failover/failover-store';
import { StoreCaller } from '../../../../../lib/throttling/stores/failover/store-caller';
import { memoryStore } from '../../../../../lib/throttling/stores/memory-store';
import type {
  Decision,
  PolicyHit,
  RateLimitStore,
} from '../../../../../lib/throttling/stores/rate-limit-store';
import { hit, policy } from '../hit';

const LIMITED = policy('default', { limit: 2, windowMs: 60_000 });

/** A store at the other end of a wire that a test cuts. */
class DistantStore implements RateLimitStore {
  readonly #memory = memoryStore();
  calls = 0;
  state: 'answers' | 'fails' | 'hangs' = 'answers';
  readonly #hanging: (() => void)[] = [];

  async consume(hits: readonly PolicyHit[], nowMs: number): Promise<Decision> {
    this.calls++;
    if (this.state === 'fails') throw new Error('no connection');
    if (this.state === 'hangs') await new Promise<void>((resolve) => this.#hanging.push(resolve));
    return this.#memory.consume(hits, nowMs);
  }

  async refund(hits: readonly PolicyHit[], chargedAtMs: number, nowMs: number): Promise<void> {
    if (this.state === 'fails') throw new Error('no connection');
    this.#memory.refund(hits, chargedAtMs, nowMs);
  }

  async peek(hits: readonly PolicyHit[], nowMs: number): Promise<Decision> {
    return this.#memory.peek(hits, nowMs);
  }

  async block(hits: readonly PolicyHit[], blockMs: number, nowMs: number): Promise<void> {
    this.#memory.block(hits, blockMs, nowMs);
  }

  async reset(hits: readonly PolicyHit[]): Promise<void> {
    this.#memory.reset(hits);
  }

  answerAtLast(): void {
    this.state = 'answers';
    for (const resolve of this.#hanging.splice(0)) resolve();
  }
}

function setUp(mode: StoreFailureMode = 'local', deadlineMs = 1_000) {
  const distant = new DistantStore();
  const time = { nowMs: 0 };
  const told: string[] = [];
  const caller = new StoreCaller(
    new Circuit(
      () => time.nowMs,
      () => 1,
    ),
    deadlineMs,
    {
      onFailure: (error, retryInMs) => told.push(`${String(error)}, again in ${retryInMs} ms`),
      onRecovery: () => told.push('recovered'),
    },
  );
  const store = new FailoverStore(distant, mode, caller);
  const consume = async (nowMs = 0, client = 'ada') =>
    (await store.consume([hit(LIMITED, client)], nowMs)).isAllowed;
  return { distant, time, told, store, consume };
}

describe('While a store fails', () => {
  it('a local limiter of the same policy takes over, and the store is left in peace', async () => {
    const { distant, told, consume } = setUp();
    distant.state = 'fails';
    expect([await consume(), await consume(), await consume()]).toEqual([true, true, false]);
    expect(distant.calls).toBe(1);
    expect(told).toEqual(['Error: no connection, again in 100 ms']);
  });

  it('every request passes, or none', async () => {
    const open = setUp('open');
    open.distant.state = 'fails';
    expect([await open.consume(), await open.consume(), await open.consume()]).toEqual([
      ...[true, true, true],
    ]);
    const closed = setUp('closed');
    closed.distant.state = 'fails';
    await expect(closed.consume()).rejects.toMatchObject({
      ...{ code: 'SERVICE_UNAVAILABLE', retryAfterSeconds: 1 },
    });
  });

  it('one request tries it after a pause that doubles up to five seconds', async () => {
    const { distant, time, told, consume } = setUp('open');
    distant.state = 'fails';
    await consume();
    for (const pauseMs of [100, 200, 400, 800, 1_600, 3_200, 5_000, 5_000]) {
      time.nowMs += pauseMs - 1;
      const before = distant.calls;
      await consume();
      expect(distant.calls).toBe(before);
      time.nowMs += 1;
      await Promise.all([consume(), consume(), consume()]);
      expect(distant.calls).toBe(before + 1);
    }
    expect(told).toHaveLength(9);
    distant.state = 'answers';
    time.nowMs += 5_000;
    await consume();
    expect(told.at(-1)).toBe('recovered');
    expect([await consume(), await consume()]).toEqual([true, false]);
  });

  it('many that fail at once are one outage', async () => {
    const { distant, told, consume } = setUp();
    distant.state = 'fails';
    await Promise.all([consume(), consume(), consume(), consume()]);
    expect(told).toHaveLength(1);
  });

  it('what the local limiter charged, it also gives back', async () => {
    const { distant, store } = setUp();
    distant.state = 'fails';
    const hits = [hit(LIMITED)];
    await store.consume(hits, 0);
    await store.refund(hits, 0, 0);
    expect((await store.consume([hit(LIMITED, 'ada', 2)], 0)).isAllowed).toBe(true);
  });
});

describe('A store that is late', () => {
  it('has failed at its deadline, and what it then charges is given back', async () => {
    const { distant, told, time, consume } = setUp('open', 20);
    distant.state = 'hangs';
    expect(await consume()).toBe(true);
    expect(told).toEqual([
      'StoreDeadlineError: The rate-limit store did not answer within 20 ms., again in 100 ms',
    ]);
    distant.answerAtLast();
    time.nowMs += 100;
    expect([await consume(), await consume(), await consume()]).toEqual([true, true, false]);
  });
});

it('A late answer whose charge cannot be given back rejects nowhere', async () => {
  const { distant, consume } = setUp('open', 20);
  distant.state = 'hangs';
  expect(await consume()).toBe(true);
  distant.answerAtLast();
  distant.state = 'fails';
  // Vitest fails a run in which a rejection is handled nowhere.
  await new Promise(setImmediate);
});

describe('Refusals of a distant store', () => {
  it('are answered from memory until the time that was told', async () => {
    const { distant, store, consume } = setUp();
    await consume(0);
    await consume(0);
    expect(await consume(10)).toBe(false);
    expect(distant.calls).toBe(3);
    expect(store.consume([hit(LIMITED)], 59_999)).toEqual({
      isAllowed: false,
      states: [{ policy: LIMITED, remaining: 0, resetAtMs: 60_000, retryAtMs: 60_000 }],
    });
    expect(await consume(10, 'bob')).toBe(true);
    expect(await consume(60_000)).toBe(true);
    expect(distant.calls).toBe(5);
  });

  it('are asked anew for a smaller cost, a higher limit, after a reset and a clock set back', async () => {
    const { distant, store } = setUp();
    const ask = async (nowMs: number, asked: PolicyHit) => {
      const before = distant.calls;
      await store.consume([asked], nowMs);
      return distant.calls - before;
    };
    await ask(1_000, hit(LIMITED));
    expect(await ask(1_000, hit(LIMITED, 'ada', 2))).toBe(1);
    expect(await ask(1_000, hit(LIMITED, 'ada', 2))).toBe(0);
    expect(await ask(1_000, hit(LIMITED, 'ada', 1))).toBe(1);
    expect(await ask(1_000, hit(LIMITED, 'ada', 1))).toBe(1);
    expect(await ask(1_000, hit(LIMITED, 'ada', 1))).toBe(0);
    expect(await ask(1_000, hit({ ...LIMITED, limit: 9, burst: 9 }))).toBe(1);
    expect(await ask(1_000, hit(LIMITED))).toBe(1);
    expect(await ask(500, hit(LIMITED))).toBe(1);
    await store.reset([hit(LIMITED)]);
    expect(await ask(500, hit(LIMITED))).toBe(1);
  });

  it('are not remembered for requests in flight', async () => {
    const { distant, store } = setUp();
    const flights = policy('flights', { algorithm: 'concurrency', limit: 1 });
    const first = [hit(flights)];
    await store.consume(first, 0);
    expect((await store.consume([hit(flights)], 0)).isAllowed).toBe(false);
    await store.refund(first, 0, 0);
    expect((await store.consume([hit(flights)], 0)).isAllowed).toBe(true);
    expect(distant.calls).toBe(3);
  });
});
