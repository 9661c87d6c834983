import { ForeignKeyConstraintError } from 'sequelize';
import { describe, expect, it } from 'vitest';
import { pgError, sqliteError } from './support/errors';
import { map } from './support/map';

const FAILED = 'FOREIGN KEY constraint failed';

describe('The side of a foreign key', () => {
  it('is in the text of a server that speaks English', () => {
    const parent = 'update or delete on table "users" violates foreign key constraint "k"';
    const child = 'insert or update on table "posts" violates foreign key constraint "k"';
    const code = (message: string) => map(pgError('23503', { message }), { method: 'GET' })?.code;
    expect(code(parent)).toBe('RESOURCE_DEPENDENCY');
    expect(code(child)).toBe('VALIDATION_REFERENCE_INVALID');
  });

  it('is in the statement, where the text does not say', () => {
    const failed = (sql: string) =>
      map(Object.assign(sqliteError(FAILED), { sql }), { method: 'GET' })?.code;
    expect(failed('  DELETE from users')).toBe('RESOURCE_DEPENDENCY');
    expect(failed('insert into deletes values (1)')).toBe('VALIDATION_REFERENCE_INVALID');
  });

  it('is in the statement that an ORM kept', () => {
    const thrown = new Error('failed', { cause: sqliteError(FAILED) });
    const query = 'delete from "users"';
    expect(map(Object.assign(thrown, { query }))?.code).toBe('RESOURCE_DEPENDENCY');
  });

  it('is guessed from the method, where there is no statement', () => {
    const german = pgError('23503', { message: 'verletzt Fremdschlüssel-Constraint' });
    expect(map(german, { method: 'DELETE' })?.code).toBe('RESOURCE_DEPENDENCY');
    expect(map(german, { method: 'PATCH' })?.code).toBe('VALIDATION_REFERENCE_INVALID');
  });

  it('is in the word of Sequelize, where the driver does not say', () => {
    const parent = new Error('it failed');
    const code = (reltype: 'parent' | 'child' | undefined, method: string) => {
      const thrown = new ForeignKeyConstraintError({ parent, reltype } as object);
      return map(thrown, { method })?.code;
    };
    expect(code('parent', 'POST')).toBe('RESOURCE_DEPENDENCY');
    expect(code('child', 'DELETE')).toBe('VALIDATION_REFERENCE_INVALID');
    expect(code(undefined, 'DELETE')).toBe('RESOURCE_DEPENDENCY');
  });

  it('is guessed of a server that says nothing at all', () => {
    const thrown = { severity: 'ERROR', code: '23503' };
    expect(map(thrown, { method: 'DELETE' })?.code).toBe('RESOURCE_DEPENDENCY');
  });

  it('is always the parent where deletion is restricted', () => {
    expect(map(pgError('23001'))?.code).toBe('RESOURCE_DEPENDENCY');
  });
});
