import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { freePort } from '../servers/free-port';
import { retryStart } from '../servers/retry-start';
import { RedisServer } from './redis-server';

const SLOTS = 16_384;
const NODES = 3;

/** Three nodes, a third of the slots on each; further ones are replicas of the first. */
export class RedisClusterServers {
  static async start(replicas = 0): Promise<RedisClusterServers> {
    const nodes = await Promise.all(
      Array.from({ length: NODES + replicas }, async () => retryStart(startNode)),
    );
    const clients = nodes.map(({ port }) => new Redis(port, '127.0.0.1'));
    await Promise.all(
      clients.map(async (client, index) => {
        const [first, next] = [index, index + 1].map((part) => Math.floor((part * SLOTS) / NODES));
        const slots = [`${first}`, `${(next as number) - 1}`];
        if (index < NODES) await client.call('CLUSTER', 'ADDSLOTSRANGE', ...slots);
        const { port, busPort } = nodes[0] as Node;
        if (index > 0) await client.call('CLUSTER', 'MEET', '127.0.0.1', `${port}`, `${busPort}`);
      }),
    );
    await Promise.all(clients.map((client) => untilWhole(client, nodes.length)));
    const firstId = String(await (clients[0] as Redis).cluster('MYID'));
    await Promise.all(clients.slice(NODES).map((client) => replicate(client, firstId)));
    for (const client of clients) client.disconnect();
    return new RedisClusterServers(nodes);
  }

  private constructor(private readonly nodes: readonly Node[]) {}

  get ports(): readonly number[] {
    return this.nodes.map(({ port }) => port);
  }

  /** The node with the first third of the slots, of which the further ones are replicas. */
  get first(): RedisServer {
    return (this.nodes[0] as Node).server;
  }

  async stop(): Promise<void> {
    await Promise.all(this.nodes.map(({ server }) => server.stop()));
  }
}

interface Node {
  readonly server: RedisServer;
  readonly port: number;
  readonly busPort: number;
}

async function startNode(): Promise<Node> {
  const busPort = await freePort();
  const server = await RedisServer.start([
    ...['--cluster-enabled', 'yes', '--cluster-port', `${busPort}`],
    ...['--cluster-node-timeout', '1000'],
    ...['--repl-diskless-sync-delay', '0'],
  ]);
  return { server, port: server.port, busPort };
}

async function untilWhole(client: Redis, known: number): Promise<void> {
  for (;;) {
    const info = String(await client.cluster('INFO'));
    if (info.includes('cluster_state:ok') && info.includes(`cluster_known_nodes:${known}`)) return;
    await sleep(20);
  }
}

async function replicate(client: Redis, primaryId: string): Promise<void> {
  await client.call('CLUSTER', 'REPLICATE', primaryId);
  while (!String(await client.info('replication')).includes('master_link_status:up'))
    await sleep(20);
}
