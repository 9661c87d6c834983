import { findPostgres, PostgresServer } from '../../../sample-app/support/postgres-server';
import { listen } from '../../../support/servers/listen';
import { createPgliteServer, openPglite } from '../../../support/servers/pglite-server';

/** A database for clients of PostgreSQL: a server where one is installed, else PGlite. */
export interface Postgres {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly database: string;
  readonly stop: () => Promise<void>;
}

export async function startPostgres(): Promise<Postgres> {
  const programs = findPostgres();
  return programs === undefined ? startPglite() : startServer(programs);
}

async function startServer(programs: string): Promise<Postgres> {
  const server = await PostgresServer.start(programs);
  const { hostname: host, port, username: user, pathname } = new URL(server.url);
  const address = { host, port: Number(port), user, database: pathname.slice(1) };
  return { ...address, stop: () => server.stop() };
}

async function startPglite(): Promise<Postgres> {
  const engine = await openPglite();
  const server = await listen(createPgliteServer(engine));
  const address = { host: '127.0.0.1', port: server.port, user: 'postgres', database: 'postgres' };
  return {
    ...address,
    stop: () => {
      server.stop();
      return engine.close();
    },
  };
}

/** Tables with one of each constraint. */
export const SCHEMA = `
  create type mood as enum ('glad', 'sad');
  create table users (
    id serial primary key,
    email text not null unique,
    age int check (age >= 18),
    nick varchar(5),
    version int not null default 1
  );
  create table posts (
    id serial primary key,
    author_id int references users (id),
    mood mood,
    day date,
    stars smallint
  );
  create table rooms (id serial primary key, org_id int, label text, unique (org_id, label));
  insert into users (email) values ('taken@example.com');
  insert into posts (author_id) values (1);
  insert into rooms (org_id, label) values (1, 'red');
`;
