import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/mysql2';
import createKnex, { type Knex } from 'knex';
import mysql from 'mysql2/promise';
import { DataSource } from 'typeorm';
import { canGenerate } from '../../../../lib/validation/compiled/generate/can-generate';
import { listen, type ListeningServer } from '../../../support/servers/listen';
import { createMysqlServer } from '../../../support/servers/mysql-server';
import type { FailureRow, FailureSource } from '../support/failure-source';
import { BUSY, DOWN, rowsOfCodes } from '../support/rows-of-codes';
import { MYSQL_FAILURES, SENT } from './mysql-failures';
import { MYSQL_NUMBERS } from './mysql-numbers';

const REPLIES = {
  ...Object.fromEntries(
    MYSQL_FAILURES.map(([, code, message], index) => [`fail_${index}`, { code, message }]),
  ),
  ...Object.fromEntries(
    MYSQL_NUMBERS.flatMap(([, codes]) => codes).map((code) => [
      `fail_number_${code}`,
      { code: Number(code), message: 'It failed' },
    ]),
  ),
  fail_slow: 'hangs',
  fail_lost: 'hangs up',
} as const;

const EMAIL_TAKEN = {
  code: 'RESOURCE_CONFLICT',
  details: { email: ['Email is already in use'] },
} as const;

/** Real clients on a real wire: the server's side of it is mysql2's own. */
export function mysqlSource(): FailureSource {
  let server: ListeningServer;
  let pool: mysql.Pool;
  let knex: Knex;
  let typeOrm: DataSource;
  const disableEval = !canGenerate();
  const here = () => ({ host: '127.0.0.1', port: server.port, disableEval });
  const onOneConnection = async (...statements: readonly mysql.QueryOptions[]): Promise<void> => {
    const connection = await mysql.createConnection(here());
    let last: unknown;
    for (const statement of statements) last = await connection.query(statement).catch(rethrowable);
    connection.destroy();
    throw last;
  };
  const inFullPool = async (options: mysql.PoolOptions, isEnded = false): Promise<void> => {
    const full = mysql.createPool({ ...here(), connectionLimit: 1, ...options });
    const connection = await full.getConnection();
    if (isEnded) await full.end();
    await full.query('select 1').finally(() => connection.destroy());
  };
  return {
    source: 'MySQL and MariaDB through mysql2',
    open: async () => {
      server = await listen(createMysqlServer(REPLIES));
      pool = mysql.createPool(here());
      knex = createKnex({ client: 'mysql2', connection: here() });
      typeOrm = new DataSource({
        type: 'mysql',
        database: 'app',
        ...here(),
        extra: { disableEval },
      });
      await typeOrm.initialize();
    },
    close: async () => {
      await Promise.all([pool.end(), knex.destroy(), typeOrm.destroy()]);
      server.stop();
    },
    rows: [
      ...MYSQL_FAILURES.map(([failure, , , expected], index): FailureRow => {
        const raise = () => pool.query(`fail_${index}`);
        return { failure, raise, sent: SENT, ...expected };
      }),
      ...rowsOfCodes(MYSQL_NUMBERS, (number) => pool.query(`fail_number_${number}`)),
      { failure: 'an answer too late', raise: () => onOneConnection(LATE), ...BUSY },
      { failure: 'a lost connection', raise: () => onOneConnection(LOST), ...DOWN },
      { failure: 'a closed connection', raise: () => onOneConnection(LOST, LATE), ...DOWN },
      {
        failure: 'no connection of the pool',
        raise: () => inFullPool({ waitForConnections: false }),
        ...BUSY,
      },
      {
        failure: 'a pool whose queue is full',
        raise: async () => {
          const full = mysql.createPool({ ...here(), connectionLimit: 1, queueLimit: 1 });
          const connection = await full.getConnection();
          const waiting = full.query('select 1');
          await full.query('select 1').finally(() => connection.release());
          await waiting;
        },
        ...BUSY,
      },
      { failure: 'a pool that ended', raise: () => inFullPool({}, true), ...DOWN },
      {
        failure: 'a refused connection',
        raise: () => mysql.createConnection({ host: '127.0.0.1', port: 1 }),
        ...DOWN,
      },
      {
        failure: 'a duplicate, through Knex',
        raise: () => knex.raw('fail_0'),
        sent: SENT,
        ...EMAIL_TAKEN,
      },
      { failure: 'a lost connection, through Knex', raise: () => knex.raw('fail_lost'), ...DOWN },
      {
        failure: 'a duplicate, through TypeORM',
        raise: () => typeOrm.query('fail_0'),
        sent: SENT,
        ...EMAIL_TAKEN,
      },
      {
        failure: 'a duplicate, through Drizzle',
        raise: () => drizzle(pool).execute(sql`fail_0`),
        sent: SENT,
        ...EMAIL_TAKEN,
      },
    ],
  };
}

const LATE = { sql: 'fail_slow', timeout: 20 };
const LOST = { sql: 'fail_lost' };

function rethrowable(error: unknown): unknown {
  return error;
}
