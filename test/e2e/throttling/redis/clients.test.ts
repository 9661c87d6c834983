import { Redis } from 'ioredis';
import { type RateLimitStore, redisStore } from 'nestjs-errors';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLIENTS, type Connected } from '../../../support/redis/clients';
import { describeRedis } from '../../../support/redis/describe-redis';
import { RedisClusterServers } from '../../../support/redis/redis-cluster';
import { RedisServer } from '../../../support/redis/redis-server';
import { consume, hitsOf, policy } from './policies';

const burst = policy('burst', { limit: 2 });
const sustained = policy('sustained', { limit: 3, algorithm: 'sliding-window' });
const daily = policy('daily', {
  ...{ limit: 5, algorithm: 'calendar', windowMs: 86_400_000 },
  calendar: { per: 'day', timeZone: 'UTC' },
});
const bucket = policy('bucket', { algorithm: 'token-bucket', limit: 1, burst: 4 });
const inFlight = policy('in-flight', { algorithm: 'concurrency', limit: 1 });

describeRedis('redisStore', () => {
  let server: RedisServer;
  let cluster: RedisClusterServers;
  beforeAll(async () => {
    [server, cluster] = await Promise.all([RedisServer.start(), RedisClusterServers.start()]);
  });
  afterAll(() => Promise.all([server.stop(), cluster.stop()]));

  const places = CLIENTS.flatMap(([name, single, clustered]) => [
    { name, place: 'a server', connect: () => single(server.port) },
    { name, place: 'a cluster', connect: () => clustered(ports()[0] as number) },
  ]);
  const ports = () => cluster.ports;

  describe.each(places)('through $name on $place', ({ name, place, connect }) => {
    let connected: Connected;
    let store: RateLimitStore;
    beforeAll(async () => {
      connected = await connect();
      store = redisStore(connected.client, { keyPrefix: `${name}:` });
    });
    afterAll(() => connected.close());

    it('charges all policies of a request, or none', async () => {
      for (const key of ['~192.0.2.1', ':{', ':}', ':ada {1}', '#x']) {
        const hits = hitsOf([burst, sustained, daily, bucket], key);
        expect(await consume(store, hits)).toEqual({ isAllowed: true, remaining: [1, 2, 4, 3] });
        expect(await consume(store, hits)).toEqual({ isAllowed: true, remaining: [0, 1, 3, 2] });
        expect(await consume(store, hits)).toEqual({ isAllowed: false, remaining: [0, 1, 3, 2] });
      }
    });

    it('charges all or none where policies have trackers of their own', async () => {
      const user = { policy: daily, key: ':user-1', cost: 1 };
      for (const address of ['~192.0.2.11', '~192.0.2.12', '~192.0.2.13']) {
        const hits = [...hitsOf([burst, sustained], address), user];
        await consume(store, hits);
        await consume(store, hits);
        expect(await consume(store, hits)).toMatchObject({ isAllowed: false });
      }
      const { states } = (await store.peek?.([user], Date.now())) ?? {};
      expect(states?.[0]?.remaining).toBe(0);
      const last = hitsOf([burst], '~192.0.2.13');
      expect(await consume(store, last)).toMatchObject({ isAllowed: true, remaining: [0] });
    });

    it('ends a request in flight once', async () => {
      const [first, second] = [hitsOf([inFlight], ':f'), hitsOf([inFlight], ':f')];
      expect(await consume(store, first)).toEqual({ isAllowed: true, remaining: [0] });
      expect(await consume(store, second)).toEqual({ isAllowed: false, remaining: [0] });
      await store.refund?.(second, 0, Date.now());
      expect(await consume(store, second)).toMatchObject({ isAllowed: false });
      await store.refund?.(first, 0, Date.now());
      await store.refund?.(first, 0, Date.now());
      expect(await consume(store, second)).toEqual({ isAllowed: true, remaining: [0] });
    });

    it('looks, penalises, gives back, blocks and forgets', async () => {
      const hits = hitsOf([sustained, bucket], ':operations');
      const remaining = async () => {
        const decision = await store.peek?.(hits, Date.now());
        return decision?.states.map((state) => state.remaining);
      };
      expect(await remaining()).toEqual([3, 4]);
      const nowMs = Date.now();
      await store.penalize?.(hits, nowMs);
      await store.penalize?.(hits, nowMs);
      expect(await remaining()).toEqual([1, 2]);
      await store.refund?.(hits, nowMs, Date.now());
      expect(await remaining()).toEqual([2, 3]);
      await store.block?.(hits, 5_000, Date.now());
      expect(await consume(store, hits)).toEqual({ isAllowed: false, remaining: [0, 0] });
      await store.reset?.(hits);
      expect(await remaining()).toEqual([3, 4]);
    });

    it('leaves no key that does not expire', async () => {
      const nodes = place === 'a server' ? [server.port] : ports();
      for (const port of nodes) {
        const node = new Redis(port, '127.0.0.1');
        const keys = await node.keys(`${name}:*`);
        const lifetimes = await Promise.all(keys.map((key) => node.pttl(key)));
        expect(keys).not.toHaveLength(0);
        for (const lifetime of lifetimes) {
          expect(lifetime).toBeGreaterThan(0);
          expect(lifetime).toBeLessThanOrEqual(86_400_000);
        }
        node.disconnect();
      }
    });
  });
});
