import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { redisStore } from 'nestjs-errors';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PLATFORMS } from '../../../support/platforms';
import { type Connected, SENTINEL_CLIENTS } from '../../../support/redis/clients';
import { describeRedis } from '../../../support/redis/describe-redis';
import { RedisSentinelServers } from '../../../support/redis/redis-sentinels';
import { expectLimited, expectUnharmed, Load, startLimited, untilCounted } from './load';
import { consume, hitsOf, policy } from './policies';

const FAILOVERS: readonly (readonly [string, (servers: RedisSentinelServers) => Promise<void>])[] =
  [
    ['is killed', ({ primary }) => primary.kill()],
    ['is demoted', (servers) => servers.switchOver()],
  ];

/** A promoted replica has none: whoever reaches it first sends the script again. */
async function scriptsOf(server: Redis): Promise<number> {
  return Number(/number_of_cached_scripts:(\d+)/.exec(await server.info('memory'))?.[1]);
}

describeRedis('Behind sentinels, amid load', () => {
  let servers: RedisSentinelServers;
  let connected: Connected;
  beforeEach(async () => {
    servers = await RedisSentinelServers.start();
  });
  afterEach(async () => {
    connected.close();
    await servers.stop();
  });

  describe.each(SENTINEL_CLIENTS)('through %s', (_client, connect) => {
    describe.each(PLATFORMS)('on %s', (_platform, create) => {
      it.each(FAILOVERS)(
        'no request fails or waits while the primary %s and its replica promoted',
        async (_failover, strike) => {
          connected = await connect(servers.name, servers.sentinelPorts);
          const send = await startLimited(create, connected.client);
          await expectLimited(send, 'before');
          const replica = new Redis(servers.replica.port, '127.0.0.1');
          // A replica is not told of scripts, only of what they write.
          expect(await scriptsOf(replica)).toBe(0);
          const load = new Load(send);
          try {
            await sleep(200);
            await strike(servers);
            await servers.untilPromoted();
            await untilCounted(send, servers.replica.port);
          } finally {
            await load.stop();
          }

          expectUnharmed(load);
          await expectLimited(send, 'afterwards');
          expect(await scriptsOf(replica)).toBeGreaterThan(0);
          replica.disconnect();
        },
      );
    });

    it('a promoted replica refuses whom the primary refused', async () => {
      connected = await connect(servers.name, servers.sentinelPorts);
      const store = redisStore(connected.client);
      const hits = hitsOf([policy('default', { limit: 1 })], 'ada');
      expect(await consume(store, hits)).toEqual({ isAllowed: true, remaining: [0] });
      const primary = new Redis(servers.primary.port, '127.0.0.1');
      expect(await primary.wait(1, 5_000)).toBe(1);
      primary.disconnect();
      await servers.primary.kill();
      await servers.untilPromoted();
      const refused = { isAllowed: false, remaining: [0] };
      await expect.poll(() => consume(store, hits), { timeout: 20_000 }).toEqual(refused);
    });
  });
});
