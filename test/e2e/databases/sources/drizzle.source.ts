import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import { integer, pgTable, serial, text } from 'drizzle-orm/pg-core';
import pg from 'pg';
import type { FailureSource } from '../support/failure-source';
import type { Postgres } from '../support/postgres';

const users = pgTable('users', {
  id: serial('id').primaryKey(),
  email: text('email').notNull(),
  age: integer('age'),
});
const posts = pgTable('posts', { id: serial('id').primaryKey(), authorId: integer('author_id') });

export function drizzleSource(postgres: () => Postgres): FailureSource {
  let pools: readonly pg.Pool[];
  let database: NodePgDatabase;
  let offline: NodePgDatabase;
  return {
    source: 'Drizzle',
    open: () => {
      const here = new pg.Pool({ ...postgres(), max: 1 });
      const nowhere = new pg.Pool({ host: '127.0.0.1', port: 1 });
      pools = [here, nowhere];
      database = drizzle(here);
      offline = drizzle(nowhere);
    },
    close: () => Promise.all(pools.map((pool) => pool.end())),
    rows: [
      {
        failure: 'a duplicate',
        raise: () => database.insert(users).values({ email: 'taken@example.com' }),
        sent: { email: 'taken@example.com' },
        code: 'RESOURCE_CONFLICT',
        details: { email: ['Email is already in use'] },
      },
      {
        failure: 'a row that points nowhere',
        raise: () => database.insert(posts).values({ authorId: 99 }),
        sent: { authorId: 99 },
        code: 'VALIDATION_FAILED',
        details: { authorId: ['Author id does not exist'] },
      },
      {
        failure: 'a broken check',
        raise: () => database.insert(users).values({ email: 'b', age: 3 }),
        sent: { years: 3 },
        code: 'VALIDATION_OUT_OF_RANGE',
      },
      {
        failure: 'a refused connection on any port',
        raise: () => offline.select().from(users),
        code: 'SERVICE_UNAVAILABLE',
        retryAfter: '5',
      },
      {
        failure: 'an unknown table',
        raise: () => database.execute('select * from nowhere'),
        code: 'INTERNAL_ERROR',
      },
    ],
  };
}
