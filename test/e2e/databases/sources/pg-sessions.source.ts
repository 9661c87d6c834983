import pg from 'pg';
import type { FailureSource } from '../support/failure-source';
import type { Postgres } from '../support/postgres';

const BUSY = { code: 'SERVICE_UNAVAILABLE', retryAfter: '1' } as const;
const DOWN = { code: 'SERVICE_UNAVAILABLE', retryAfter: '5' } as const;

/** What needs several sessions at once, or a server that ends one. */
export function pgSessionsSource(postgres: () => Postgres): FailureSource {
  const withSessions = async (
    work: (mine: pg.Client, theirs: pg.Client) => Promise<unknown>,
  ): Promise<void> => {
    const sessions = [new pg.Client(postgres()), new pg.Client(postgres())] as const;
    for (const session of sessions) session.on('error', () => undefined);
    await Promise.all(sessions.map((session) => session.connect()));
    try {
      await work(...sessions);
    } finally {
      await Promise.allSettled(sessions.map((session) => session.end()));
    }
  };
  return {
    source: 'PostgreSQL with several sessions',
    open: async () => {
      const client = new pg.Client(postgres());
      await client.connect();
      await client.query('create role crowded login connection limit 0; create role banned');
      await client.end();
    },
    rows: [
      {
        failure: 'a deadlock',
        raise: () =>
          withSessions(async (mine, theirs) => {
            await mine.query('begin; update users set age = 20 where id = 1');
            await theirs.query('begin; update rooms set org_id = 2 where id = 1');
            await theirs.query(`set deadlock_timeout = '10ms'`);
            await Promise.all([
              mine.query('update rooms set org_id = 3 where id = 1'),
              theirs.query('update users set age = 21 where id = 1'),
            ]);
          }),
        code: 'RESOURCE_CONFLICT',
      },
      {
        failure: 'a serialisation failure',
        raise: () =>
          withSessions(async (mine, theirs) => {
            await mine.query('begin isolation level repeatable read; select * from users');
            await theirs.query('update users set version = version + 1');
            await mine.query('update users set age = 30');
          }),
        code: 'RESOURCE_CONFLICT',
      },
      {
        failure: 'a lock timeout',
        raise: () =>
          withSessions(async (mine, theirs) => {
            await theirs.query('begin; lock table users');
            await mine.query(`set lock_timeout = '10ms'`);
            await mine.query('select * from users');
          }),
        ...BUSY,
      },
      {
        failure: 'a statement timeout',
        raise: () =>
          withSessions(async (mine) => {
            await mine.query(`set statement_timeout = '10ms'`);
            await mine.query('select pg_sleep(1)');
          }),
        ...BUSY,
      },
      {
        failure: 'a session that an administrator ends',
        raise: () =>
          withSessions((mine) => mine.query('select pg_terminate_backend(pg_backend_pid())')),
        ...DOWN,
      },
      {
        failure: 'a client whose session is gone',
        raise: () =>
          withSessions(async (mine) => {
            await mine
              .query('select pg_terminate_backend(pg_backend_pid())')
              .catch(() => undefined);
            await mine.query('select 1');
          }),
        ...DOWN,
      },
      {
        failure: 'no connection of the pool in time',
        raise: async () => {
          const pool = new pg.Pool({ ...postgres(), max: 1 });
          const taken = await pool.connect();
          pool.options.connectionTimeoutMillis = 20;
          await pool.query('select 1').finally(() => taken.release(true));
        },
        ...BUSY,
      },
      {
        failure: 'too many connections',
        raise: () => new pg.Client({ ...postgres(), user: 'crowded' }).connect(),
        ...BUSY,
      },
      {
        failure: 'a refused connection of a pool on any port',
        raise: () => new pg.Pool({ host: '127.0.0.1', port: 1 }).query('select 1'),
        ...DOWN,
      },
      {
        failure: 'a role that may not log in',
        raise: () => new pg.Client({ ...postgres(), user: 'banned' }).connect(),
        code: 'INTERNAL_ERROR',
      },
    ],
  };
}
