import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPostgres } from '../../sample-app/support/postgres-server';
import { pgSessionsSource } from './sources/pg-sessions.source';
import { describeSource } from './support/describe-source';
import { type Postgres, SCHEMA, startPostgres } from './support/postgres';

describe('On a PostgreSQL server', () => {
  if (findPostgres() === undefined) {
    it('needs PostgreSQL, which is not installed here: PGlite has one session alone', () => {
      console.warn(
        'PostgreSQL (initdb, postgres) was not found: locks and timeouts are not tested.',
      );
      expect(process.env['CI']).not.toBe('true');
    });
    return;
  }

  let postgres: Postgres;
  beforeAll(async () => {
    postgres = await startPostgres();
    const client = new pg.Client(postgres);
    await client.connect();
    await client.query(SCHEMA);
    await client.end();
  }, 60_000);
  afterAll(() => postgres.stop());

  describeSource(pgSessionsSource(() => postgres));
});
