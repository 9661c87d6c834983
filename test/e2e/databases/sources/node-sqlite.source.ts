import type { FailureSource } from '../support/failure-source';

/** What is used of node:sqlite, whose types come with those of Node 22. */
interface NodeSqlite {
  readonly DatabaseSync: new (path: string) => { exec(sql: string): void; close(): void };
}

/** Node 22 and later bring SQLite; on Node 20 its errors are tested by their shape alone. */
export function nodeSqliteSources(): readonly FailureSource[] {
  const sqlite = process.getBuiltinModule('node:sqlite') as NodeSqlite | undefined;
  return sqlite ? [nodeSqliteSource(sqlite)] : [];
}

function nodeSqliteSource({ DatabaseSync }: NodeSqlite): FailureSource {
  const database = new DatabaseSync(':memory:');
  const exec = (sql: string) => async (): Promise<void> => database.exec(sql);
  return {
    source: 'SQLite of Node',
    open: exec(`
      pragma foreign_keys = on;
      create table users (id integer primary key, email text not null unique);
      create table posts (author_id integer references users (id));
      insert into users values (1, 'taken@example.com');
    `),
    close: () => database.close(),
    rows: [
      {
        failure: 'a duplicate',
        raise: exec(`insert into users (email) values ('taken@example.com')`),
        sent: { email: 'taken@example.com' },
        code: 'RESOURCE_CONFLICT',
        details: { email: ['Email is already in use'] },
      },
      {
        failure: 'a row that points nowhere',
        raise: exec('insert into posts values (99)'),
        code: 'VALIDATION_REFERENCE_INVALID',
      },
      {
        failure: 'a text where a number belongs',
        raise: exec(`insert into users values ('one', 'new@example.com')`),
        code: 'VALIDATION_INVALID_FORMAT',
      },
      { failure: 'a syntax error', raise: exec('selec 1'), code: 'INTERNAL_ERROR' },
    ],
  };
}
