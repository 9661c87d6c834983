import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { RedisServer } from './redis-server';

const SENTINELS = 3;
/** How long a primary is silent before a sentinel takes it for dead. */
const DOWN_AFTER_MS = 400;

/** A primary, a replica of it, and sentinels that promote the replica when the primary is gone. */
export class RedisSentinelServers {
  static async start(): Promise<RedisSentinelServers> {
    const primary = await RedisServer.start(['--repl-diskless-sync-delay', '0']);
    const replica = await RedisServer.start(['--replicaof', '127.0.0.1', `${primary.port}`]);
    await admin(primary, untilReplicated);
    const sentinels = await Promise.all(
      Array.from({ length: SENTINELS }, () => startSentinel(primary.port)),
    );
    await Promise.all(sentinels.map((sentinel) => admin(sentinel, untilAllKnown)));
    return new RedisSentinelServers(primary, replica, sentinels);
  }

  private constructor(
    readonly primary: RedisServer,
    readonly replica: RedisServer,
    private readonly sentinels: readonly RedisServer[],
  ) {}

  /** The name that sentinels have for the group. */
  readonly name = GROUP;

  get sentinelPorts(): readonly number[] {
    return this.sentinels.map(({ port }) => port);
  }

  /** Has the replica promoted while the primary lives, which becomes its replica. */
  async switchOver(): Promise<void> {
    await admin(this.sentinels[0] as RedisServer, (sentinel) =>
      sentinel.call('SENTINEL', 'FAILOVER', GROUP),
    );
  }

  async untilPromoted(): Promise<void> {
    await admin(this.replica, async (replica) => {
      while (!String(await replica.info('replication')).includes('role:master')) await sleep(20);
    });
  }

  async stop(): Promise<void> {
    const all = [...this.sentinels, this.primary, this.replica];
    await Promise.all(all.map((server) => server.stop()));
  }
}

const GROUP = 'limits';

/** Sentinels look around every few seconds: here more often, for tests that do not wait for that. */
const PERIOD_MS = ['info-period', 'publish-period', 'ask-period', 'min-link-reconnect-period'];

async function startSentinel(primaryPort: number): Promise<RedisServer> {
  const lines = [
    `sentinel monitor ${GROUP} 127.0.0.1 ${primaryPort} ${Math.floor(SENTINELS / 2) + 1}`,
    `sentinel down-after-milliseconds ${GROUP} ${DOWN_AFTER_MS}`,
    `sentinel failover-timeout ${GROUP} 3000`,
  ];
  const server = await RedisServer.start(['--sentinel'], lines);
  await admin(server, (sentinel) =>
    sentinel.call('SENTINEL', 'DEBUG', ...PERIOD_MS.flatMap((name) => [name, '200'])),
  );
  return server;
}

async function admin<T>({ port }: RedisServer, work: (client: Redis) => Promise<T>): Promise<T> {
  const client = new Redis(port, '127.0.0.1').on('error', () => {});
  try {
    return await work(client);
  } finally {
    client.disconnect();
  }
}

async function untilReplicated(primary: Redis): Promise<void> {
  while (!/state=online/.test(String(await primary.info('replication')))) await sleep(20);
}

/** A sentinel hears of the replica and of the others from the primary. */
async function untilAllKnown(sentinel: Redis): Promise<void> {
  const isKnown = (info: string) =>
    info.includes('status=ok') && info.includes(`slaves=1,sentinels=${SENTINELS}`);
  while (!isKnown(String(await sentinel.info('sentinel')))) await sleep(20);
}
