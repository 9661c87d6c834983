import SqliteError from 'better-sqlite3/lib/sqlite-error.js';
import type { FailureRow, FailureSource } from '../support/failure-source';

/** The drivers that hand on SQLite's codes; their engines are not built here, their errors are. */
const DRIVERS: Readonly<Record<string, (failure: SqliteFailure) => Error>> = {
  'better-sqlite3': ({ name, text }) => new SqliteError(text, name),
  sqlite3: ({ name, code, text }) => {
    const primary = /^SQLITE_[A-Z]+/.exec(name)?.[0] ?? name;
    return Object.assign(new Error(`${primary}: ${text}`), { errno: code & 0xff, code: primary });
  },
  'better-sqlite3 and Knex': ({ name, text }) => new SqliteError(`${STATEMENT} - ${text}`, name),
  'node:sqlite': ({ code, text }) =>
    Object.assign(new Error(text), { code: 'ERR_SQLITE_ERROR', errcode: code, errstr: text }),
  libsql: ({ name, code, text }) =>
    Object.assign(new Error(`${name}: ${text}`), {
      name: 'LibsqlError',
      code: name,
      rawCode: code,
    }),
  D1: ({ name, text }) => new Error(`D1_ERROR: ${text}: ${/^SQLITE_[A-Z]+/.exec(name)?.[0]}`),
};

/** Its values are a client's, who may know what errors look like. */
const STATEMENT = "insert into users values ('UNIQUE constraint failed: users.age')";

interface SqliteFailure {
  readonly failure: string;
  readonly name: string;
  readonly code: number;
  readonly text: string;
  readonly expected: Pick<FailureRow, 'code' | 'details' | 'retryAfter' | 'sent' | 'method'>;
}

const BUSY = { code: 'SERVICE_UNAVAILABLE', retryAfter: '1' } as const;
const DOWN = { code: 'SERVICE_UNAVAILABLE', retryAfter: '5' } as const;

/** https://www.sqlite.org/rescode.html */
const CONSTRAINTS: readonly SqliteFailure[] = [
  {
    failure: 'a duplicate',
    name: 'SQLITE_CONSTRAINT_UNIQUE',
    code: 2067,
    text: 'UNIQUE constraint failed: users.email',
    expected: {
      sent: { email: 'x' },
      code: 'RESOURCE_CONFLICT',
      details: { email: ['Email is already in use'] },
    },
  },
  {
    failure: 'a missing value',
    name: 'SQLITE_CONSTRAINT_NOTNULL',
    code: 1299,
    text: 'NOT NULL constraint failed: users.email',
    expected: { sent: { age: 20 }, code: 'VALIDATION_REQUIRED_FIELD' },
  },
  {
    failure: 'a row that points nowhere',
    name: 'SQLITE_CONSTRAINT_FOREIGNKEY',
    code: 787,
    text: 'FOREIGN KEY constraint failed',
    expected: { code: 'VALIDATION_REFERENCE_INVALID' },
  },
  {
    failure: 'a row that others point to',
    name: 'SQLITE_CONSTRAINT_FOREIGNKEY',
    code: 787,
    text: 'FOREIGN KEY constraint failed',
    expected: { method: 'DELETE', code: 'RESOURCE_DEPENDENCY' },
  },
];

const STATES: readonly SqliteFailure[] = [
  {
    failure: 'a locked database',
    name: 'SQLITE_BUSY',
    code: 5,
    text: 'database is locked',
    expected: BUSY,
  },
  {
    failure: 'a lost race',
    name: 'SQLITE_BUSY_SNAPSHOT',
    code: 517,
    text: 'database is locked',
    expected: { code: 'RESOURCE_CONFLICT' },
  },
  {
    failure: 'a read-only database',
    name: 'SQLITE_READONLY',
    code: 8,
    text: 'attempt to write a readonly database',
    expected: DOWN,
  },
  {
    failure: 'a database that was moved',
    name: 'SQLITE_READONLY_DBMOVED',
    code: 1032,
    text: 'attempt to write a readonly database',
    expected: DOWN,
  },
  {
    failure: 'a locked table',
    name: 'SQLITE_LOCKED',
    code: 6,
    text: 'database table is locked',
    expected: BUSY,
  },
  {
    failure: 'an interrupted statement',
    name: 'SQLITE_INTERRUPT',
    code: 9,
    text: 'interrupted',
    expected: BUSY,
  },
  {
    failure: 'a full disk',
    name: 'SQLITE_FULL',
    code: 13,
    text: 'database or disk is full',
    expected: BUSY,
  },
  {
    failure: 'a file that cannot be opened',
    name: 'SQLITE_CANTOPEN',
    code: 14,
    text: 'unable to open database file',
    expected: DOWN,
  },
  {
    failure: 'a text where a number belongs',
    name: 'SQLITE_MISMATCH',
    code: 20,
    text: 'datatype mismatch',
    expected: { code: 'VALIDATION_INVALID_FORMAT' },
  },
  {
    failure: 'a value that is too long',
    name: 'SQLITE_TOOBIG',
    code: 18,
    text: 'string or blob too big',
    expected: { code: 'VALIDATION_OUT_OF_RANGE' },
  },
  {
    failure: 'a syntax error',
    name: 'SQLITE_ERROR',
    code: 1,
    text: 'near "selec": syntax error',
    expected: { code: 'INTERNAL_ERROR' },
  },
];

export function sqliteDriverSources(): readonly FailureSource[] {
  return Object.entries(DRIVERS).map(([source, create]) => {
    // D1 tells no extended codes, and sqlite3 none of the snapshot.
    const states = source === 'D1' ? [] : STATES;
    const known = states.filter(({ code }) => source !== 'sqlite3' || code !== 517);
    const rows = [...CONSTRAINTS, ...known].map((failed) => ({
      failure: failed.failure,
      raise: () => Promise.reject(create(failed)),
      ...failed.expected,
    }));
    return { source: `SQLite through ${source}`, open: () => undefined, rows };
  });
}
