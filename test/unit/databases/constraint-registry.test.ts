import mongoose from 'mongoose';
import { describe, expect, it } from 'vitest';
import { defineErrors } from '../../../lib/catalog/define-errors';
import type { CatalogEntries } from '../../../lib/catalog/catalog';
import type { ConstraintRegistry } from '../../../lib/databases/constraint-registry';
import { nestedFormat } from '../../../lib/formats/nested.format';
import { Wording } from '../../../lib/validation/messages/wording';
import { duplicate, pgError, sqliteError } from './support/errors';
import { map } from './support/map';

const catalog = defineErrors({
  BUSINESS_EMAIL_TAKEN: { status: 422, message: 'Email is taken' },
}) as unknown as CatalogEntries;

const about = { timestamp: new Date(0), traceId: undefined, path: '/', method: 'POST' };
const context = { ...about, wording: new Wording().in(undefined) };

/** What clients see of a failure under a registry. */
function shown(thrown: unknown, constraints: ConstraintRegistry, request: unknown = {}) {
  const record = map(thrown, { constraints, catalog, request });
  if (record === undefined) return undefined;
  const { code, message, details } = nestedFormat.body(record, context).error;
  return { status: record.status, code, message, details: details && { ...details } };
}

describe('A constraint of the registry', () => {
  it('with a field and a VALIDATION code is a field error', () => {
    const constraints = {
      a_email_key: { field: 'email', code: 'VALIDATION_DUPLICATE', message: 'is already in use' },
    };
    const record = map(duplicate('a_email_key'), { constraints });
    expect(record).toMatchObject({ status: 422, code: 'VALIDATION_FAILED' });
    expect(record?.fields).toEqual([
      {
        path: ['email'],
        location: 'body',
        rule: 'unique',
        code: 'VALIDATION_DUPLICATE',
        params: {},
        message: 'is already in use',
        isAuthored: false,
      },
    ]);
  });

  it('with a field alone leaves a duplicate the conflict that it is', () => {
    expect(shown(duplicate('a_email_key'), { a_email_key: { field: 'email' } })).toEqual({
      status: 409,
      code: 'RESOURCE_CONFLICT',
      message: 'The request conflicts with the current state of the resource',
      details: { email: ['Email is already in use'] },
    });
  });

  it('is known by what MySQL calls a check, and SQLite an index of an expression', () => {
    const sqlMessage = `Check constraint 'users_age_check' is violated.`;
    const check = Object.assign(new Error(sqlMessage), {
      errno: 3819,
      sqlState: 'HY000',
      sqlMessage,
    });
    expect(shown(check, { users_age_check: { field: 'age' } })?.details).toEqual({
      age: ['Age is out of range'],
    });
    const lower = sqliteError(`UNIQUE constraint failed: index 'users_lower'`);
    expect(shown(lower, { users_lower: { field: 'email' } })?.details).toEqual({
      email: ['Email is already in use'],
    });
  });

  it('is known by the model and path of Mongoose', async () => {
    const User = mongoose.model(
      'User',
      new mongoose.Schema({ mail: { type: String, required: true } }),
    );
    const thrown: unknown = await new User({}).validate().catch((error: unknown) => error);
    expect(shown(thrown, { 'User.mail': { field: 'email' } })?.details).toEqual({
      email: ['Email is required'],
    });
  });

  it('with a sentence keeps it whole', () => {
    const constraints = { key: { field: 'email', message: 'This address has an account' } };
    expect(shown(duplicate('key'), constraints)?.details).toEqual({
      email: ['This address has an account'],
    });
  });

  it('with a code of the application answers with it, and with its field', () => {
    const constraints = { key: { field: 'email', code: 'BUSINESS_EMAIL_TAKEN' } };
    expect(shown(duplicate('key'), constraints)).toEqual({
      status: 422,
      code: 'BUSINESS_EMAIL_TAKEN',
      message: 'Email is taken',
      details: { email: ['Email is already in use'] },
    });
  });

  it('without a field has its message in the answer, and names no column that was sent', () => {
    const thrown = duplicate('key', { detail: 'Key (email)=(a) already exists.' });
    const request = { body: { email: 'a' } };
    expect(shown(thrown, { key: { message: 'There is such a user' } }, request)).toEqual({
      status: 409,
      code: 'RESOURCE_CONFLICT',
      message: 'There is such a user',
      details: undefined,
    });
  });

  it('with a VALIDATION code and no field has that code in the answer', () => {
    expect(shown(duplicate('key'), { key: { code: 'VALIDATION_DUPLICATE' } })).toMatchObject({
      status: 422,
      code: 'VALIDATION_DUPLICATE',
      message: 'A value is already in use',
    });
  });

  it('names its field where the client sent it', () => {
    const constraints = { key: { field: 'address.city' } };
    const inQuery = map(duplicate('key'), {
      constraints,
      request: { query: { address: { city: 1 } } },
    });
    expect(inQuery?.fields).toMatchObject([{ path: ['address', 'city'], location: 'query' }]);
    const nowhere = map(duplicate('key'), { constraints });
    expect(nowhere?.fields).toMatchObject([{ path: ['address', 'city'], location: 'body' }]);
  });

  it('may be a check of several columns', () => {
    const constraints = { stay_days: { field: 'until', message: 'must be after the start' } };
    expect(shown(pgError('23514', { constraint: 'stay_days' }), constraints)).toMatchObject({
      code: 'VALIDATION_FAILED',
      details: { until: ['Until must be after the start'] },
    });
  });

  it('says nothing of a row that others point to', () => {
    const constraints = { posts_author_fkey: { field: 'authorId', message: 'is unknown' } };
    const parent = pgError('23503', {
      constraint: 'posts_author_fkey',
      message: 'update or delete on table "users" violates foreign key constraint',
    });
    expect(shown(parent, constraints)).toMatchObject({
      code: 'RESOURCE_DEPENDENCY',
      details: undefined,
    });
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'is not found under the name %s',
    (constraint) => {
      expect(shown(duplicate(constraint), {})).toMatchObject({ details: undefined });
    },
  );
});

describe('A unique key by its columns', () => {
  const taken = { code: 'VALIDATION_DUPLICATE', field: 'email' };

  it('serves engines that report no name', () => {
    const thrown = sqliteError('UNIQUE constraint failed: users.email');
    expect(shown(thrown, { 'users(email)': taken })?.code).toBe('VALIDATION_FAILED');
  });

  it('may have several columns, written with spaces or without', () => {
    const thrown = sqliteError('UNIQUE constraint failed: users.org_id, users.email');
    expect(shown(thrown, { 'users(org_id, email)': taken })?.code).toBe('VALIDATION_FAILED');
    expect(shown(thrown, { 'users(org_id,email)': taken })?.code).toBe('VALIDATION_FAILED');
    expect(shown(thrown, { 'users(email)': taken })?.code).toBe('RESOURCE_CONFLICT');
  });

  it('says nothing of a missing value of the same column', () => {
    const thrown = sqliteError('NOT NULL constraint failed: users.email');
    expect(shown(thrown, { 'users(email)': taken })).toMatchObject({
      code: 'VALIDATION_REQUIRED_FIELD',
      details: undefined,
    });
  });
});

describe('A column of the registry', () => {
  const constraints = { 'users.email_address': { field: 'email' } };

  it('names the field of a value that was not sent', () => {
    const thrown = pgError('23502', { table: 'users', column: 'email_address' });
    expect(shown(thrown, constraints)).toMatchObject({
      code: 'VALIDATION_FAILED',
      details: { email: ['Email is required'] },
    });
  });

  it('is that of one table', () => {
    const thrown = pgError('23502', { table: 'guests', column: 'email_address' });
    expect(shown(thrown, constraints)?.code).toBe('VALIDATION_REQUIRED_FIELD');
  });
});
