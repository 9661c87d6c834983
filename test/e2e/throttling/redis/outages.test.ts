import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PLATFORMS } from '../../../support/platforms';
import { describeRedis } from '../../../support/redis/describe-redis';
import { RedisServer } from '../../../support/redis/redis-server';
import { admitted, expectUnharmed, LIMIT, Load, startLimited, untilCounted } from './load';

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
      await sleep(600);
      server.resume();
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
      expect(await admitted(send, 'afterwards')).toBe(LIMIT);
    });
  });
});

