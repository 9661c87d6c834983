import { Redis } from 'ioredis';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { ratePolicy } from '../../../../lib/throttling/rate-policy';
import { redisStore } from '../../../../lib/throttling/stores/redis/redis-store';
import type { RatePolicy } from '../../../../lib/throttling/stores/rate-limit-store';
import { describeRedis } from '../../../support/redis/describe-redis';
import { RedisServer } from '../../../support/redis/redis-server';

const HOUR_MS = 3_600_000;
const policy = (changes: Partial<RatePolicy>) =>
  ratePolicy({ id: 'p', name: 'p', limit: 5, windowMs: HOUR_MS, ...changes });

describeRedis('Policies that are always charged together', () => {
  let server: RedisServer;
  let client: Redis;
  beforeAll(async () => {
    server = await RedisServer.start();
    client = new Redis(server.port);
  });
  beforeEach(() => client.flushall());
  afterAll(async () => {
    client.disconnect();
    await server.stop();
  });

  const infoOf = async (section: string, pattern: RegExp) =>
    Number(pattern.exec(await client.info(section))?.[1] ?? 0);
  const consume = async (store: ReturnType<typeof redisStore>, ...policies: RatePolicy[]) =>
    store.consume(
      policies.map((one) => ({ policy: one, key: 'ada', cost: 1 })),
      Date.now(),
    );

  it('are one call of a script, and three commands within it', async () => {
    const store = redisStore(client);
    const policies = [policy({}), policy({ id: 'q', algorithm: 'sliding-window' })];
    for (let count = 0; count < 3; count++) await consume(store, ...policies);
    await client.config('RESETSTAT');
    expect((await consume(store, ...policies)).isAllowed).toBe(true);
    expect(await infoOf('commandstats', /cmdstat_evalsha:calls=(\d+)/)).toBe(1);
    const commands = await client.info('commandstats');
    const names = [...commands.matchAll(/cmdstat_([a-z]+):calls=(\d+)/g)].map(
      ([, name, calls]) => `${name} ${calls}`,
    );
    expect(names.filter((name) => !/^(info|config)/.test(name)).toSorted()).toEqual([
      ...['evalsha 1', 'hmget 1', 'hset 1', 'time 1'],
    ]);
  });

  it('leave a blocked client to the script of all operations, which says until when', async () => {
    const store = redisStore(client);
    const nowMs = Date.now();
    const hits = [{ policy: policy({}), key: 'ada', cost: 1 }];
    await store.block?.(hits, 60_000, nowMs);
    const { isAllowed, states } = await store.consume(hits, nowMs);
    expect(isAllowed).toBe(false);
    expect(states[0]?.retryAtMs).toBeGreaterThan(nowMs + 59_000);
    expect(states[0]?.retryAtMs).toBeLessThanOrEqual(nowMs + 60_000);
  });

  it('block where a violation is to block, with the time that the policy says', async () => {
    const store = redisStore(client);
    const strict = policy({ limit: 1, blockMs: 2 * HOUR_MS, blockMaxMs: 2 * HOUR_MS });
    const nowMs = Date.now();
    expect((await consume(store, strict)).isAllowed).toBe(true);
    const { isAllowed, states } = await consume(store, strict);
    expect(isAllowed).toBe(false);
    expect(states[0]?.retryAtMs).toBeGreaterThan(nowMs + 2 * HOUR_MS - 1_000);
  });

  it('expire with the last of them, and no sooner for what is charged later', async () => {
    const store = redisStore(client, { keyPrefix: 'x:' });
    const lifetime = () => client.pttl('x:{ada}');
    await consume(store, policy({ id: 'short', windowMs: 60_000 }));
    expect(await lifetime()).toBeGreaterThan(59_000);
    expect(await lifetime()).toBeLessThanOrEqual(60_000);
    await consume(store, policy({ id: 'long', windowMs: 24 * HOUR_MS }));
    expect(await lifetime()).toBeGreaterThan(23 * HOUR_MS);
    await consume(store, policy({ id: 'shortest', windowMs: 1_000 }));
    expect(await lifetime()).toBeGreaterThan(23 * HOUR_MS);
    expect(await client.keys('*')).toEqual(['x:{ada}']);
  });

  it('expire after a bucket would be full, though each request fills it later', async () => {
    const store = redisStore(client, { keyPrefix: 'x:' });
    const bucket = policy({ algorithm: 'token-bucket', limit: 10, burst: 20, windowMs: 10_000 });
    for (let count = 0; count < 20; count++) await consume(store, bucket);
    const lifetime = await client.pttl('x:{ada}');
    expect(lifetime).toBeGreaterThanOrEqual(19_000);
    expect(lifetime).toBeLessThanOrEqual(40_000);
  });

  it('send no more than 64 scripts to a server, whatever limits an application makes up', async () => {
    const store = redisStore(client);
    await client.script('FLUSH');
    for (let limit = 100; limit < 200; limit++) {
      const { states } = await consume(store, policy({ limit }));
      expect(states[0]?.remaining).toBe(limit - 1 - (limit - 100));
    }
    expect(await infoOf('memory', /number_of_cached_scripts:(\d+)/)).toBe(65);
  });
});
