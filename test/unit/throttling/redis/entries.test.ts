import { Redis } from 'ioredis';
import { expect, it } from 'vitest';
import { ratePolicy } from '../../../../lib/throttling/rate-policy';
import { connectionOf } from '../../../../lib/throttling/stores/redis/redis-client';
import { RedisStore } from '../../../../lib/throttling/stores/redis/redis-store';
import { resolveRedisStoreOptions } from '../../../../lib/throttling/stores/redis/redis-store.options';
import { describeRedis } from '../../../support/redis/describe-redis';
import { RedisServer } from '../../../support/redis/redis-server';

const shared = { id: 'flights', name: 'flights', windowMs: 1, algorithm: 'concurrency' } as const;

describeRedis('A request in flight whose end did not reach the server', () => {
  it('can be ended again', async () => {
    const server = await RedisServer.start();
    const client = new Redis(server.port, '127.0.0.1');
    const connection = connectionOf(client);
    const wire = { isCut: false };
    const evalSha: typeof connection.evalSha = (...call) =>
      wire.isCut ? Promise.reject(new Error('no connection')) : connection.evalSha(...call);
    const target = { connection: { ...connection, evalSha } };
    const store = new RedisStore(target, resolveRedisStoreOptions({}));
    const policy = ratePolicy({ ...shared, limit: 1 });
    const [first, second] = [[{ policy, key: 'a', cost: 1 }], [{ policy, key: 'a', cost: 1 }]];
    expect((await store.consume(first, 0)).isAllowed).toBe(true);
    wire.isCut = true;
    await expect(store.refund(first, 0, 0)).rejects.toThrow('no connection');
    wire.isCut = false;
    expect((await store.consume(second, 0)).isAllowed).toBe(false);
    await store.refund(first, 0, 0);
    expect((await store.consume(second, 0)).isAllowed).toBe(true);
    client.disconnect();
    await server.stop();
  });
});
