import * as fc from 'fast-check';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ratePolicy } from '../../../../lib/throttling/rate-policy';
import { connectionOf } from '../../../../lib/throttling/stores/redis/redis-client';
import { RedisStore } from '../../../../lib/throttling/stores/redis/redis-store';
import { resolveRedisStoreOptions } from '../../../../lib/throttling/stores/redis/redis-store.options';
import type { PolicyHit, RatePolicy } from '../../../../lib/throttling/stores/rate-limit-store';
import { describeRedis } from '../../../support/redis/describe-redis';
import { RedisServer } from '../../../support/redis/redis-server';
import { Oracle } from './oracle';

const DAY_MS = 86_400_000;
const EPOCH_MS = 20_000 * DAY_MS + 12_345;

const policies: fc.Arbitrary<RatePolicy[]> = fc
  .array(
    fc.record({
      algorithm: fc.constantFrom(
        ...(['fixed-window', 'sliding-window', 'token-bucket', 'calendar', 'concurrency'] as const),
      ),
      limit: fc.integer({ min: 1, max: 5 }),
      burst: fc.integer({ min: 1, max: 8 }),
      windowMs: fc.oneof(fc.integer({ min: 1, max: 200 }), fc.constant(2_000_000_000)),
      blockMs: fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 90 })),
      blockFactor: fc.integer({ min: 1, max: 3 }),
      blockMaxMs: fc.integer({ min: 90, max: 400 }),
      isShadow: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, fc.constant(true)),
      per: fc.constantFrom('day' as const, 'month' as const),
      timeZone: fc.constantFrom('UTC', 'Europe/Berlin', 'Pacific/Apia'),
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map((list) =>
    list.map(({ per, timeZone, ...values }, index) => {
      const isCalendar = values.algorithm === 'calendar';
      const calendar = isCalendar ? { per, timeZone } : undefined;
      return ratePolicy({ ...values, calendar, id: `"p${index}" A.b {/}`, name: `${index}` });
    }),
  );

const steps = fc.array(
  fc.record({
    operation: fc.oneof(
      { weight: 12, arbitrary: fc.constant('consume' as const) },
      fc.constantFrom(...(['peek', 'penalize', 'refund', 'block', 'reset'] as const)),
    ),
    client: fc.constantFrom(':ada', '~}{%', '#grace'),
    cost: fc.oneof({ weight: 5, arbitrary: fc.constant(1) }, fc.nat({ max: 4 })),
    elapsedMs: fc.oneof(
      fc.constant(0),
      fc.nat({ max: 20 }),
      fc.nat({ max: 300 }),
      fc.constant(DAY_MS / 3),
    ),
    setBackMs: fc.oneof({ weight: 12, arbitrary: fc.constant(0) }, fc.nat({ max: 5_000 })),
    isSameHit: fc.boolean(),
  }),
  { minLength: 1, maxLength: 50 },
);

describeRedis('The script of the Redis store', () => {
  let server: RedisServer;
  let client: Redis;
  beforeAll(async () => {
    server = await RedisServer.start();
    client = new Redis(server.port);
  });
  afterAll(async () => {
    client.disconnect();
    await server.stop();
  });

  it('agrees with the algorithms of the library on everything, whatever the clocks do', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(
        policies,
        steps,
        fc.constantFrom(0, 3_000, -3_600_000),
        async (list, requests, skewMs) => {
          let serverMs = EPOCH_MS;
          const target = { connection: connectionOf(client), serverMs: () => serverMs };
          const options = { keyPrefix: `${run++}:`, inFlightMs: 2_000_000_000 };
          const store = new RedisStore(target, resolveRedisStoreOptions(options));
          const oracle = new Oracle();
          let charged: { hits: PolicyHit[]; atMs: number } | undefined;
          for (const {
            operation,
            client: key,
            cost,
            elapsedMs,
            setBackMs,
            isSameHit,
          } of requests) {
            serverMs += elapsedMs - setBackMs;
            const nowMs = serverMs + skewMs;
            const hits = list.map((policy) => ({
              ...{ policy, key },
              cost: policy.algorithm === 'concurrency' ? 1 : cost,
            }));
            if (operation === 'consume' || operation === 'peek') {
              const isPeek = operation === 'peek';
              const expected = oracle.decide(hits, serverMs, isPeek);
              expect(await store[operation](hits, nowMs)).toEqual({
                isAllowed: expected.isAllowed,
                states: expected.states.map((state) => ({
                  ...state,
                  resetAtMs: Math.max(nowMs, state.resetAtMs + skewMs),
                  retryAtMs: state.retryAtMs === undefined ? undefined : state.retryAtMs + skewMs,
                })),
              });
              if (expected.isAllowed && !isPeek) charged = { hits, atMs: serverMs };
            } else if (operation === 'penalize') {
              await store.penalize(hits, nowMs);
              for (const hit of hits) oracle.charge(hit, serverMs);
            } else if (operation === 'block') {
              await store.block(hits, cost * 50, nowMs);
              for (const hit of hits) oracle.block(hit, cost * 50, serverMs);
            } else if (operation === 'reset') {
              await store.reset(hits);
              for (const hit of hits) oracle.reset(hit);
            } else if (charged) {
              const { atMs } = charged;
              const back = isSameHit ? charged.hits : charged.hits.map((hit) => ({ ...hit }));
              await store.refund(back, atMs + skewMs, nowMs);
              for (const hit of back) oracle.refund(hit, atMs, serverMs);
            }
          }
        },
      ),
      { numRuns: 300, seed: 20_261_122 },
    );
  });
});
