import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PLATFORMS } from '../../../support/platforms';
import { describeRedis } from '../../../support/redis/describe-redis';
import { RedisServer } from '../../../support/redis/redis-server';
import {
  admitted,
  expectLimited,
  expectUnharmed,
  LIMIT,
  Load,
  startLimited,
  untilCounted,
} from './load';

const OUTAGES: readonly (readonly [string, (server: RedisServer) => Promise<unknown>])[] = [
  [
    'is killed and comes back empty',
    async (server) => {
      await server.kill();
      await sleep(400);
      await server.restart();
    },
  ],
  [
    'hangs and goes on',
    async (server) => {
      server.pause();
      // Longer than any request may take.
      await sleep(2_500);
      server.resume();
    },
  ],
  [
    'refuses writes as a replica, and is promoted again',
    async (server) => {
      const admin = new Redis(server.port, '127.0.0.1');
      // Its primary does not exist: it answers reads with what it has.
      await admin.replicaof('127.0.0.1', 1);
      await expect(admin.set('any', 'value')).rejects.toThrow('READONLY');
      await sleep(300);
      await admin.replicaof('NO', 'ONE');
      admin.disconnect();
    },
  ],
  [
    'loses its scripts and all keys',
    async (server) => {
      const admin = new Redis(server.port, '127.0.0.1');
      await admin.script('FLUSH');
      await admin.flushall();
      admin.disconnect();
    },
  ],
];

describeRedis('Amid load', () => {
  let server: RedisServer;
  let client: Redis;
  beforeEach(async () => {
    server = await RedisServer.start();
    client = new Redis(server.port, '127.0.0.1').on('error', () => {});
  });
  afterEach(async () => {
    client.disconnect();
    await server.stop();
  });

  describe.each(PLATFORMS)('on %s', (_name, create) => {
    it.each(OUTAGES)('no request fails or waits while the server %s', async (_outage, strike) => {
      const send = await startLimited(create, client);
      const load = new Load(send);
      try {
        await sleep(200);
        await strike(server);
        await untilCounted(send, server.port);
      } finally {
        await load.stop();
      }

      expectUnharmed(load);
      await expectLimited(send, 'afterwards');
    });

    it('every request passes, without limit headers, where told to stay open', async () => {
      const send = await startLimited(create, client, { onStoreFailure: 'open' });
      await expectLimited(send, 'ada');
      await server.kill();
      expect(await admitted(send, 'bob')).toBe(LIMIT + 10);
      const { status, headers, body } = await send('/work', { headers: { 'x-user': 'bob' } });
      expect({ status, body }).toEqual({ status: 200, body: 'done' });
      expect(headers.get('x-ratelimit-limit')).toBeNull();
      await server.restart();
      await untilCounted(send, server.port);
      await expectLimited(send, 'cleo');
    });

    it('no request passes where told to close, and each is told when to return', async () => {
      const send = await startLimited(create, client, { onStoreFailure: 'closed' });
      await server.kill();
      const { status, headers, body } = await send('/work', { headers: { 'x-user': 'bob' } });
      expect(status).toBe(503);
      expect(headers.get('retry-after')).toBe('1');
      expect(body).toEqual({
        error: {
          code: 'SERVICE_UNAVAILABLE',
          message: expect.any(String),
          timestamp: expect.any(String),
          traceId: headers.get('x-trace-id'),
          path: '/work',
          method: 'GET',
        },
      });
      expect(await admitted(send, 'bob')).toBe(0);
      await server.restart();
      await untilCounted(send, server.port);
      await expectLimited(send, 'cleo');
    });
  });
});
