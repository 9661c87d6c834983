import { afterAll, describe, expect, it } from 'vitest';
import { allRows } from './rows/all-rows';
import { findPostgres, PostgresServer } from './support/postgres-server';
import { SampleApp } from './support/sample-app';

const programs = findPostgres();

describe('the sample app on a PostgreSQL server', { timeout: 30_000 }, () => {
  if (programs === undefined) {
    it('needs PostgreSQL, which is not installed here: the rows ran on PGlite alone', () => {
      console.warn('PostgreSQL (initdb, postgres) was not found: DATABASE_URL is not tested.');
    });
    return;
  }

  let server: PostgresServer | undefined;
  afterAll(() => server?.stop());

  allRows(async () => {
    server = await PostgresServer.start(programs);
    return { DATABASE_URL: server.url };
  });

  it('starts again on what it left, two processes at once', async () => {
    const environment = { DATABASE_URL: server?.url ?? '' };
    const apps = await Promise.all([SampleApp.start(environment), SampleApp.start(environment)]);
    const answers = await Promise.all(apps.map((app) => app.send('/health')));
    expect(answers.map(({ status }) => status)).toStrictEqual([200, 200]);
    await Promise.all(apps.map((app) => app.stop()));
  });
});
