import { Controller, Get } from '@nestjs/common';
import { Redis } from 'ioredis';
import { redisStore } from 'nestjs-errors';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PLATFORMS, startApp } from '../../../support/platforms';
import { describeRedis } from '../../../support/redis/describe-redis';
import { RedisServer } from '../../../support/redis/redis-server';

const LEASE_MS = 30_000;
const LIMIT = 100;

@Controller()
class WorkController {
  @Get('work')
  work() {
    return 'done';
  }
}

describeRedis('Credits that an application has borrowed', () => {
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
    const start = () =>
      startApp(create, {
        controllers: [WorkController],
        options: {
          throttling: {
            policies: [{ name: 'default', limit: LIMIT, windowMs: 60_000 }],
            tracker: () => 'ada',
            store: redisStore(client, { leaseMs: LEASE_MS }),
          },
        },
      });
    const remaining = ({ headers }: { headers: Headers }) =>
      Number(headers.get('x-ratelimit-remaining'));

    it('expire, and go back when it ends', async () => {
      const first = await start();
      for (let count = 0; count < 5; count++) await first.send('/work');
      const keys = await client.keys('*');
      expect(keys).toHaveLength(1);
      const lifetimeMs = await client.pttl(keys[0] as string);
      expect(lifetimeMs).toBeGreaterThan(0);
      expect(lifetimeMs).toBeLessThanOrEqual(60_000);
      const second = await start();
      // What the first still holds is charged, too.
      expect(remaining(await second.send('/work'))).toBeLessThan(LIMIT - 6);
      await first.app.close();
      await second.app.close();
      const third = await start();
      expect(remaining(await third.send('/work'))).toBe(LIMIT - 7);
    });

    it('do not hinder it from ending where the client is closed, or the server gone', async () => {
      const { app, send } = await start();
      for (let count = 0; count < 5; count++) await send('/work');
      await server.kill();
      client.disconnect();
      // Vitest fails a run in which a rejection is handled nowhere.
      await app.close();
      await new Promise(setImmediate);
    });
  });
});
