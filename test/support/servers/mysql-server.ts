import type { Server, Socket } from 'node:net';
import mysql from 'mysql2';

/** An error of a MySQL server, or what it does instead of answering. */
export type MysqlReply = { readonly code: number; readonly message: string } | 'hangs' | 'hangs up';

/** The server's side of a connection, as far as it is used here: mysql2 has no types for it. */
interface ServerSide {
  readonly stream: Socket;
  sequenceId: number;
  serverHandshake(hello: object): void;
  writeOk(): void;
  writeError(error: object): void;
  writeTextResult(rows: readonly object[], columns: readonly object[]): void;
  on(event: string, listener: (sql: string) => void): void;
}

interface MysqlServer {
  readonly _server: Server;
  on(event: 'connection', listener: (connection: ServerSide) => void): void;
}

/** Speaks MySQL's protocol: a statement that names a reply (`fail_duplicate`) gets it. */
export function createMysqlServer(replies: Readonly<Record<string, MysqlReply>>): Server {
  const create = mysql.createServer as unknown as () => MysqlServer;
  const server = create();
  server.on('connection', (connection) => {
    connection.on('error', () => connection.stream.destroy());
    const reply = (write: () => void): void => {
      write();
      // Packets are numbered anew in each command, which mysql2's server leaves to its user.
      connection.sequenceId = 0;
    };
    connection.serverHandshake({
      ...HELLO,
      authCallback: (_: object, next: () => void) => reply(next),
    });
    connection.on('ping', () => reply(() => connection.writeOk()));
    connection.on('query', (sql) =>
      reply(() => answer(connection, sql, replies[/fail_\w+/.exec(sql)?.[0] ?? ''])),
    );
  });
  const { _server: sockets } = server;
  return sockets;
}

const HELLO = {
  protocolVersion: 10,
  serverVersion: '8.4.0',
  connectionId: 1,
  statusFlags: 2,
  characterSet: 45,
  // All but SSL and compression.
  capabilityFlags: 0xff_f7df,
};

function answer(connection: ServerSide, sql: string, reply: MysqlReply | undefined): void {
  if (reply === 'hangs') return;
  if (reply === 'hangs up') connection.stream.destroy();
  else if (reply) connection.writeError(reply);
  else if (/version\(\)/i.test(sql)) connection.writeTextResult([{ version: '8.4.0' }], [VERSION]);
  else connection.writeOk();
}

const VERSION = {
  catalog: 'def',
  schema: '',
  table: '',
  orgTable: '',
  name: 'version',
  orgName: 'version',
  characterSet: 45,
  columnLength: 50,
  columnType: 253,
  flags: 0,
  decimals: 0,
};
