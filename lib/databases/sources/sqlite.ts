import type { DriverReader, FailureKind, FailureNames } from '../database-failure';
import { driverText } from '../driver-text';
import { lookUp, read, readText } from '../read';

/** https://www.sqlite.org/rescode.html */
const KIND_BY_CODE: Readonly<Record<string, FailureKind>> = {
  5: 'busy',
  6: 'busy',
  8: 'unreachable', // read-only
  9: 'busy', // interrupted
  13: 'busy', // disk full
  14: 'unreachable',
  18: 'length',
  20: 'format',
};

const CODE_BY_NAME: Readonly<Record<string, number>> = {
  SQLITE_BUSY: 5,
  SQLITE_LOCKED: 6,
  SQLITE_READONLY: 8,
  SQLITE_INTERRUPT: 9,
  SQLITE_FULL: 13,
  SQLITE_CANTOPEN: 14,
  SQLITE_TOOBIG: 18,
  SQLITE_MISMATCH: 20,
};

const KIND_BY_CONSTRAINT: Readonly<Record<string, FailureKind>> = {
  UNIQUE: 'unique',
  'NOT NULL': 'required',
  CHECK: 'check',
  'FOREIGN KEY': 'foreignKey',
};

/** libsql and D1 put codes before the text, D1 also after it. */
const CONSTRAINT =
  /^(?:[A-Z\d_]+: )*(UNIQUE|NOT NULL|CHECK|FOREIGN KEY) constraint failed(?:: (.*?))?(?:: SQLITE_CONSTRAINT.*)?$/s;

/** `cannot store TEXT value in INTEGER column users.age`, of a STRICT table. */
const DATATYPE = /^(?:[A-Z\d_]+: )*cannot store \w+ value in \w+ column (.+)$/s;

/** SQLite through better-sqlite3, sqlite3, node:sqlite, libsql, D1, and sql.js, which has texts only. */
export const readSqliteError: DriverReader = (error) => {
  const text = driverText(error);
  const [, type, names = ''] = CONSTRAINT.exec(text) ?? [];
  const kind = lookUp(KIND_BY_CONSTRAINT, type);
  if (kind === 'check') return { kind, constraint: names };
  if (kind) return { kind, ...columnsIn(names) };
  const datatype = DATATYPE.exec(text)?.[1];
  if (datatype !== undefined) return { kind: 'format', ...columnsIn(datatype) };
  const byCode = kindByCode(error);
  return byCode && { kind: byCode };
};

/** `users.org_id, users.email`; an index over expressions gives its name: `index 'users_lower'`. */
function columnsIn(names: string): FailureNames {
  const index = /^index '(.+)'$/s.exec(names)?.[1];
  if (index !== undefined) return { constraint: index };
  const columns = names.split(', ').map((name) => name.split('.'));
  if (columns.some(({ length }) => length !== 2)) return {};
  return { table: columns[0]?.[0], columns: columns.map(([, column = '']) => column) };
}

/** Extended codes have the primary one in their low byte: SQLITE_BUSY_SNAPSHOT is 517. */
function kindByCode(error: object): FailureKind | undefined {
  const name = readText(error, 'code') ?? '';
  if (name === 'SQLITE_BUSY_SNAPSHOT') return 'conflict';
  const isNode = name === 'ERR_SQLITE_ERROR';
  const number = isNode
    ? read(error, 'errcode')
    : lookUp(CODE_BY_NAME, /^SQLITE_[A-Z]+/.exec(name)?.[0]);
  if (typeof number !== 'number') return undefined;
  return number === 517 ? 'conflict' : lookUp(KIND_BY_CODE, number & 0xff);
}
