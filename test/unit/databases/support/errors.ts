import SqliteError from 'better-sqlite3/lib/sqlite-error.js';
import pg from 'pg';

/** pg's own class with what a server fills in. */
export function pgError(code: string, members: Partial<pg.DatabaseError> = {}): pg.DatabaseError {
  const error = new pg.DatabaseError(members.message ?? 'it failed', 100, 'error');
  return Object.assign(error, { severity: 'ERROR', code, ...members });
}

export function duplicate(constraint: string, members: Partial<pg.DatabaseError> = {}) {
  return pgError('23505', { table: 'users', constraint, ...members });
}

export function sqliteError(text: string): Error {
  return new SqliteError(text, 'SQLITE_CONSTRAINT');
}
