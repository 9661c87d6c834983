import { describe, expect, it } from 'vitest';
import { duplicate, pgError } from './support/errors';
import { map } from './support/map';

const body = { email: 'a', orgId: 1, secret: 'x' };
const fieldsOf = (thrown: unknown) =>
  map(thrown, { request: { body } })?.fields?.map(({ path }) => path.join('.'));

describe('The columns that PostgreSQL names', () => {
  it('are read from its detail, also where it speaks another language', () => {
    const detail = 'Schlüssel »(org_id, email)=(1, a)« existiert bereits.';
    expect(fieldsOf(duplicate('key', { detail }))).toEqual(['orgId', 'email']);
  });

  it('may be quoted', () => {
    expect(fieldsOf(duplicate('key', { detail: 'Key ("orgId")=(1) already exists.' }))).toEqual([
      'orgId',
    ]);
  });

  it('are not those that a value pretends to be', () => {
    const detail = 'Key (lower(email))=((secret)=(x)) already exists.';
    expect(fieldsOf(duplicate('key', { detail }))).toBeUndefined();
  });

  it('are guessed from the name of the constraint, where there is no detail', () => {
    expect(fieldsOf(duplicate('users_org_id_key'))).toEqual(['orgId']);
  });

  it('are understood of postgres.js, too', () => {
    const thrown = Object.assign(new Error('null value'), {
      name: 'PostgresError',
      severity_local: 'ERROR',
      severity: 'ERROR',
      code: '23502',
      table_name: 'users',
      column_name: 'email',
    });
    expect(fieldsOf(thrown)).toEqual(['email']);
    const taken = Object.assign(new Error('it failed'), {
      severity: 'ERROR',
      code: '23505',
      table_name: 'users',
      constraint_name: 'users_org_id_key',
    });
    expect(fieldsOf(taken)).toEqual(['orgId']);
    const closed = Object.assign(new Error('write CONNECTION_CLOSED'), {
      code: 'CONNECTION_CLOSED',
      errno: 'CONNECTION_CLOSED',
    });
    expect(map(closed)?.code).toBe('SERVICE_UNAVAILABLE');
  });

  it('stay unnamed where the client sent no such field', () => {
    expect(map(pgError('23502', { column: 'password_hash' }), { request: { body } })).toMatchObject(
      {
        code: 'VALIDATION_REQUIRED_FIELD',
        fields: undefined,
      },
    );
  });
});
