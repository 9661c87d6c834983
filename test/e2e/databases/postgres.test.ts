import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canGenerate } from '../../../lib/validation/compiled/generate/can-generate';
import { findPostgres } from '../../sample-app/support/postgres-server';
import { drizzleSource } from './sources/drizzle.source';
import { knexSource } from './sources/knex.source';
import { mikroOrmSource } from './sources/mikro-orm.source';
import { pgSessionsSource } from './sources/pg-sessions.source';
import { pgClientSource } from './sources/pg-client.source';
import { pgStatesSource } from './sources/pg-states.source';
import { pgSource } from './sources/pg.source';
import { sequelizeSource } from './sources/sequelize.source';
import { typeOrmSource } from './sources/typeorm.source';
import { describeSource } from './support/describe-source';
import { type Postgres, SCHEMA, startPostgres } from './support/postgres';

const SOURCES = [
  pgSource,
  pgStatesSource,
  knexSource,
  typeOrmSource,
  drizzleSource,
  sequelizeSource,
  // MikroORM makes code of strings itself, and does not start where that is forbidden.
  ...(canGenerate() ? [mikroOrmSource] : []),
];

describe('On PostgreSQL', () => {
  let postgres: Postgres;
  beforeAll(async () => {
    postgres = await startPostgres();
    const client = new pg.Client(postgres);
    await client.connect();
    await client.query(SCHEMA);
    await client.end();
  }, 60_000);
  afterAll(() => postgres.stop());

  for (const createSource of SOURCES) describeSource(createSource(() => postgres));

  if (findPostgres()) {
    describeSource(pgSessionsSource(() => postgres));
    describeSource(pgClientSource(() => postgres));
  } else {
    it('needs a server for locks and timeouts: PGlite, which took its place, has one session', ({
      skip,
    }) => {
      expect(process.env['CI']).not.toBe('true');
      skip('PostgreSQL (initdb, postgres) was not found: locks and timeouts are not tested.');
    });
  }
});
