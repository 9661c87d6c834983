import { Cluster as RedisCluster, Redis } from 'ioredis';
import { Cluster as ValkeyCluster, Redis as Valkey } from 'iovalkey';
import { createClient, createCluster, createSentinel } from 'redis';
import type { RedisClient } from 'nestjs-errors';

/** A connected client, and how to let go of it. */
export interface Connected {
  readonly client: RedisClient;
  readonly close: () => void;
}

type Connect = (port: number) => Promise<Connected>;

const silent = () => {};
const at = (port: number) => ({ host: '127.0.0.1', port });
/** They learn of a promotion from sentinels, instead of from the connection that breaks later. */
const following = (name: string, ports: readonly number[]) => ({
  ...{ name, sentinels: ports.map(at) },
});
const urlOf = (port: number) => `redis://127.0.0.1:${port}`;

/** Every client that the store knows, each to a single server and to a cluster. */
export const CLIENTS: readonly (readonly [name: string, single: Connect, cluster: Connect])[] = [
  [
    'ioredis',
    async (port) => closing(new Redis(at(port))),
    async (port) => closing(new RedisCluster([at(port)])),
  ],
  [
    'iovalkey',
    async (port) => closing(new Valkey(at(port))),
    async (port) => closing(new ValkeyCluster([at(port)])),
  ],
  [
    'node-redis',
    async (port) => {
      const client = createClient({ url: urlOf(port) }).on('error', silent);
      await client.connect();
      return { client, close: () => client.destroy() };
    },
    async (port) => {
      const client = createCluster({ rootNodes: [{ url: urlOf(port) }] }).on('error', silent);
      await client.connect();
      return { client, close: () => client.destroy() };
    },
  ],
];

type ConnectGroup = (name: string, sentinelPorts: readonly number[]) => Promise<Connected>;

/** The same clients, each asking sentinels where the primary is. */
export const SENTINEL_CLIENTS: readonly (readonly [name: string, connect: ConnectGroup])[] = [
  ['ioredis', async (...group) => closing(new Redis(following(...group)))],
  ['iovalkey', async (...group) => closing(new Valkey(following(...group)))],
  [
    'node-redis',
    async (name, ports) => {
      const client = createSentinel({ name, sentinelRootNodes: ports.map(at) });
      await client.on('error', silent).connect();
      return { client, close: () => void client.destroy() };
    },
  ],
];

interface Disconnectable {
  on(event: 'error', listener: () => void): unknown;
  disconnect(): void;
}

function closing(client: RedisClient & Disconnectable): Connected {
  client.on('error', silent);
  return { client, close: () => client.disconnect() };
}
