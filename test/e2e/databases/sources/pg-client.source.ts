import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import pg from 'pg';
import { listen, type ListeningServer } from '../../../support/servers/listen';
import type { FailureSource } from '../support/failure-source';
import type { Postgres } from '../support/postgres';
import { BUSY, DOWN } from '../support/rows-of-codes';

const ignored = (): void => undefined;

/** What pg itself says, where a server gave no answer. */
export function pgClientSource(postgres: () => Postgres): FailureSource {
  let silent: ListeningServer;
  let rude: ListeningServer;
  const at = ({ port }: ListeningServer) => ({ ...postgres(), host: '127.0.0.1', port });
  const connected = async (config: pg.ClientConfig = {}): Promise<pg.Client> => {
    const client = new pg.Client({ ...postgres(), ...config });
    client.on('error', ignored);
    await client.connect();
    return client;
  };
  return {
    source: 'pg without an answer',
    open: async () => {
      silent = await listen(createServer((socket) => socket.on('error', ignored)));
      rude = await listen(createServer((socket) => socket.destroy()));
    },
    close: () => {
      silent.stop();
      rude.stop();
    },
    rows: [
      {
        failure: 'a server that never greets',
        raise: () => new pg.Client({ ...at(silent), connectionTimeoutMillis: 20 }).connect(),
        ...DOWN,
      },
      {
        failure: 'a server that never greets a pool',
        raise: () => new pg.Pool({ ...at(silent), connectionTimeoutMillis: 20 }).query('select 1'),
        ...DOWN,
      },
      {
        failure: 'a server that hangs up',
        raise: () => new pg.Client(at(rude)).connect(),
        ...DOWN,
      },
      {
        failure: 'a statement that is running while its client ends',
        raise: async () => {
          const client = await connected();
          const running = client.query('select pg_sleep(1)');
          await Promise.all([running, client.end()]);
        },
        ...DOWN,
      },
      {
        failure: 'a client that has ended',
        raise: async () => {
          const client = await connected();
          await client.end();
          await client.query('select 1');
        },
        ...DOWN,
      },
      {
        failure: 'a client whose socket has failed',
        raise: async () => {
          const client = await connected();
          const { stream } = (client as unknown as { connection: { stream: Socket } }).connection;
          const noticed = once(client, 'error');
          stream.destroy(new Error('it failed'));
          await noticed;
          await client.query('select 1');
        },
        ...DOWN,
      },
      {
        failure: 'a pool that has ended',
        raise: async () => {
          const pool = new pg.Pool(postgres());
          await pool.end();
          await pool.query('select 1');
        },
        ...DOWN,
      },
      {
        failure: 'an answer too late',
        raise: async () => {
          const client = await connected({ query_timeout: 20 });
          await client.query('select pg_sleep(0.2)').finally(() => void client.end());
        },
        ...BUSY,
      },
    ],
  };
}
