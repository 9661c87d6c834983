import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/sql-js';
import initSqlJs, { type Database } from 'sql.js';
import { DataSource } from 'typeorm';
import type { FailureSource } from '../support/failure-source';

const SCHEMA = `
  pragma foreign_keys = on;
  create table users (
    id integer primary key,
    email text not null unique,
    age integer constraint age_check check (age >= 18)
  );
  create table posts (id integer primary key, author_id integer references users (id));
  create table rooms (org_id integer, label text, unique (org_id, label));
  create unique index users_lower on users (lower(email));
  create table exact (stars integer) strict;
  insert into users (id, email) values (1, 'taken@example.com');
  insert into posts (author_id) values (1);
  insert into rooms values (1, 'red');
`;

/** sql.js throws plain errors whose texts are all there is. */
export function sqliteSource(): FailureSource {
  let database: Database;
  let typeOrm: DataSource;
  const run = (statement: string) => () => database.run(statement);
  return {
    source: 'SQLite through sql.js',
    open: async () => {
      const engine = await initSqlJs();
      database = new engine.Database();
      database.run(SCHEMA);
      typeOrm = await new DataSource({ type: 'sqljs', database: database.export() }).initialize();
      await typeOrm.query('pragma foreign_keys = on');
      // Exporting a database resets what its connection had set.
      database.run('pragma foreign_keys = on');
    },
    close: async () => {
      await typeOrm.destroy();
      database.close();
    },
    rows: [
      {
        failure: 'a duplicate',
        raise: run(`insert into users (id, email) values (1, 'new@example.com')`),
        sent: { id: 1 },
        code: 'RESOURCE_CONFLICT',
        details: { id: ['Id is already in use'] },
      },
      {
        failure: 'a duplicate of several columns',
        raise: run(`insert into rooms values (1, 'red')`),
        sent: { orgId: 1, label: 'red' },
        code: 'RESOURCE_CONFLICT',
        details: { orgId: ['Org id is already in use'], label: ['Label is already in use'] },
      },
      {
        failure: 'a duplicate of an expression',
        raise: run(`insert into users (email) values ('TAKEN@example.com')`),
        sent: { email: 'TAKEN@example.com' },
        code: 'RESOURCE_CONFLICT',
      },
      {
        failure: 'a missing value',
        raise: run('insert into users (age) values (20)'),
        sent: { email: null },
        code: 'VALIDATION_FAILED',
        details: { email: ['Email is required'] },
      },
      {
        failure: 'a broken check',
        raise: run(`insert into users (email, age) values ('b', 3)`),
        sent: { age: 3 },
        code: 'VALIDATION_FAILED',
        details: { age: ['Age is out of range'] },
      },
      {
        failure: 'a value of another type',
        raise: run(`insert into exact values ('many')`),
        sent: { stars: 'many' },
        code: 'VALIDATION_FAILED',
        details: { stars: ['Stars has the wrong format'] },
      },
      {
        failure: 'a row that points nowhere',
        raise: run('insert into posts (author_id) values (99)'),
        sent: { authorId: 99 },
        code: 'VALIDATION_REFERENCE_INVALID',
      },
      {
        failure: 'a row that others point to',
        raise: run('delete from users'),
        method: 'DELETE',
        code: 'RESOURCE_DEPENDENCY',
      },
      {
        failure: 'a row that others point to, through TypeORM',
        raise: () => typeOrm.query('delete from users'),
        code: 'RESOURCE_DEPENDENCY',
      },
      {
        failure: 'a missing value, through TypeORM',
        raise: () => typeOrm.query('insert into users (age) values (20)'),
        sent: { email: null },
        code: 'VALIDATION_FAILED',
        details: { email: ['Email is required'] },
      },
      {
        failure: 'a duplicate, through Drizzle',
        raise: () => drizzle(database).run(sql`insert into users (id, email) values (1, 'new')`),
        sent: { id: 1 },
        code: 'RESOURCE_CONFLICT',
        details: { id: ['Id is already in use'] },
      },
      { failure: 'an unknown table', raise: run('select * from nowhere'), code: 'INTERNAL_ERROR' },
      { failure: 'a syntax error', raise: run('selec 1'), code: 'INTERNAL_ERROR' },
    ],
  };
}
