import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, it } from 'vitest';
import { PLATFORMS } from '../../../support/platforms';
import { CLIENTS, type Connected } from '../../../support/redis/clients';
import { describeRedis } from '../../../support/redis/describe-redis';
import { RedisClusterServers } from '../../../support/redis/redis-cluster';
import { expectLimited, expectUnharmed, Load, startLimited, untilCounted } from './load';

describeRedis('In a cluster, amid load', () => {
  let cluster: RedisClusterServers;
  let connected: Connected;
  beforeEach(async () => {
    cluster = await RedisClusterServers.start(1);
  });
  afterEach(async () => {
    connected.close();
    await cluster.stop();
  });

  describe.each(CLIENTS)('through %s', (_client, _single, connect) => {
    it.each(PLATFORMS)(
      'no request fails or waits on %s while a primary is killed and its replica promoted',
      async (_platform, create) => {
        const [, second, , replica] = cluster.ports as [number, number, number, number];
        connected = await connect(second);
        const send = await startLimited(create, connected.client);
        await expectLimited(send, 'before');
        const load = new Load(send);
        try {
          await sleep(200);
          await cluster.first.kill();
          await untilCounted(send, replica);
        } finally {
          await load.stop();
        }

        expectUnharmed(load);
        // Some of these clients are counted on each of the three nodes.
        for (const user of ['ada', 'bob', 'cleo', 'dora', 'eve', 'fay', 'gil', 'hal']) {
          await expectLimited(send, user);
        }
      },
    );
  });
});
