import type { PGlite } from '@electric-sql/pglite';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/pglite';
import { openPglite } from '../../../support/servers/pglite-server';
import type { FailureSource } from '../support/failure-source';
import { SCHEMA } from '../support/postgres';

export function pgliteSource(): FailureSource {
  let engine: PGlite;
  return {
    source: 'PGlite',
    open: async () => {
      engine = await openPglite();
      await engine.exec(SCHEMA);
    },
    close: () => engine.close(),
    rows: [
      {
        failure: 'a duplicate',
        raise: () => engine.query('insert into users (email) values ($1)', ['taken@example.com']),
        sent: { email: 'taken@example.com' },
        code: 'RESOURCE_CONFLICT',
        details: { email: ['Email is already in use'] },
      },
      {
        failure: 'a row that others point to',
        raise: () => engine.exec('delete from users'),
        code: 'RESOURCE_DEPENDENCY',
      },
      {
        failure: 'a missing value',
        raise: () => engine.exec('insert into users (email) values (null)'),
        sent: { Email: null },
        code: 'VALIDATION_FAILED',
        details: { Email: ['Email is required'] },
      },
      {
        failure: 'a text that is no uuid',
        raise: () => engine.query('select $1::uuid', ['nonsense']),
        code: 'VALIDATION_INVALID_FORMAT',
      },
      {
        failure: 'a duplicate, through Drizzle',
        raise: () =>
          drizzle(engine).execute(sql`insert into users (email) values ('taken@example.com')`),
        sent: { email: 'taken@example.com' },
        code: 'RESOURCE_CONFLICT',
        details: { email: ['Email is already in use'] },
      },
      {
        failure: 'a syntax error',
        raise: () => engine.exec('selec 1'),
        code: 'INTERNAL_ERROR',
      },
    ],
  };
}
