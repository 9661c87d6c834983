import { createServer, connect, type Socket, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { Redis } from 'ioredis';
import { Redis as Valkey } from 'iovalkey';
import { afterEach, beforeEach, it } from 'vitest';
import { PLATFORMS } from '../../../support/platforms';
import { describeRedis } from '../../../support/redis/describe-redis';
import { RedisServer } from '../../../support/redis/redis-server';
import { expectLimited, expectUnharmed, Load, startLimited, untilCounted } from './load';

/** As the docs advise for clients that know one address alone. */
const reconnectOnError = (error: Error) => error.message.includes('READONLY');
const CLIENTS = [
  ['ioredis', (port: number) => new Redis({ port, host: '127.0.0.1', reconnectOnError })],
  ['iovalkey', (port: number) => new Valkey({ port, host: '127.0.0.1', reconnectOnError })],
] as const;

/** One address for whichever server is the primary now; connections that are open stay. */
async function startAddress(target: { port: number }) {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    const distant = connect(target.port, '127.0.0.1');
    for (const end of [socket, distant]) sockets.add(end.on('error', () => end.destroy()));
    socket.pipe(distant).pipe(socket);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const stop = () => {
    for (const socket of sockets) socket.destroy();
    server.close();
  };
  return { port: (server.address() as AddressInfo).port, stop };
}

describeRedis('A client that knows one address', () => {
  let servers: [RedisServer, RedisServer];
  beforeEach(async () => {
    servers = await Promise.all([RedisServer.start(), RedisServer.start()]);
  });
  afterEach(() => Promise.all(servers.map((server) => server.stop())));

  it.each(
    CLIENTS.flatMap(([name, create]) => PLATFORMS.map((on) => [name, create, ...on] as const)),
  )(
    'of %s finds the new primary once the old one refuses writes',
    async (_name, createClient, _platform, create) => {
      const [old, next] = servers;
      const target = { port: old.port };
      const address = await startAddress(target);
      const client = createClient(address.port);
      client.on('error', () => {});
      const send = await startLimited(create, client);
      await expectLimited(send, 'before');
      const load = new Load(send);
      try {
        const admin = new Redis(old.port, '127.0.0.1');
        target.port = next.port;
        await admin.replicaof('127.0.0.1', next.port);
        admin.disconnect();
        await untilCounted(send, next.port);
      } finally {
        await load.stop();
      }

      expectUnharmed(load);
      await expectLimited(send, 'afterwards');
      client.disconnect();
      address.stop();
    },
  );
});
