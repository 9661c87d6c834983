import createKnex, { type Knex } from 'knex';
import type { FailureSource } from '../support/failure-source';
import type { Postgres } from '../support/postgres';

const SILENT = { warn: () => undefined, error: () => undefined, debug: () => undefined };

export function knexSource(postgres: () => Postgres): FailureSource {
  let knex: Knex;
  let crowded: Knex;
  let offline: Knex;
  return {
    source: 'Knex',
    open: () => {
      const ofServer = { client: 'pg', connection: postgres(), log: SILENT };
      knex = createKnex(ofServer);
      crowded = createKnex({ ...ofServer, pool: { min: 0, max: 1 }, acquireConnectionTimeout: 50 });
      offline = createKnex({ ...ofServer, connection: { host: '127.0.0.1', port: 26_257 } });
    },
    close: () => Promise.all([knex, crowded, offline].map((each) => each.destroy())),
    rows: [
      {
        failure: 'a duplicate',
        raise: () => knex('users').insert({ email: 'taken@example.com' }),
        sent: { email: 'taken@example.com' },
        code: 'RESOURCE_CONFLICT',
        details: { email: ['Email is already in use'] },
      },
      {
        failure: 'a row that points nowhere',
        raise: () => knex('posts').insert({ author_id: 99 }),
        sent: { author_id: 99 },
        code: 'VALIDATION_FAILED',
        details: { author_id: ['Author id does not exist'] },
      },
      {
        failure: 'no connection of the pool in time',
        raise: () => crowded.transaction(() => crowded('users').select()),
        code: 'SERVICE_UNAVAILABLE',
        retryAfter: '1',
      },
      {
        failure: 'a statement that is cancelled for its time',
        raise: () => knex.raw('select pg_sleep(0.2)').timeout(20),
        code: 'SERVICE_UNAVAILABLE',
        retryAfter: '1',
      },
      {
        failure: 'a refused connection on the port of a database',
        raise: () => offline('users').select(),
        code: 'SERVICE_UNAVAILABLE',
        retryAfter: '5',
      },
      {
        failure: 'an unknown column',
        raise: () => knex('users').insert({ nothing: 1 }),
        sent: { nothing: 1 },
        code: 'INTERNAL_ERROR',
      },
    ],
  };
}
