import { HttpException, NotFoundException } from '@nestjs/common';
import { describe, expect, it } from 'vitest';
import { StandardErrors } from '../../../lib/catalog/standard-errors';
import { duplicate, pgError } from './support/errors';
import { map } from './support/map';

const error = (members: object, message = 'it failed'): Error =>
  Object.assign(new Error(message), members);

/** What an HTTP client of this server throws, with a stack of its own. */
const refused = (port: number): Error =>
  error({ code: 'ECONNREFUSED', syscall: 'connect', port, stack: 'at TCPConnectWrap' });

describe('The mappers of databases leave to others', () => {
  it.each([
    ['nothing', undefined],
    ['a text', '23505'],
    ['a plain error', new Error('it failed')],
    ['a type error', new TypeError("Cannot read properties of undefined (reading 'code')")],
    ['a missing file', error({ code: 'ENOENT', errno: -2, syscall: 'open' })],
    ['a broken pipe, whose code is as long as a SQLSTATE', error({ code: 'EPIPE', severity: '' })],
    ['a code of PostgreSQL in an answer of somebody else', error({ code: '23505', status: 500 })],
    ['a number of MySQL on no error of it', error({ errno: 1062 })],
    ['a number of MongoDB on no error of it', error({ code: 11_000 })],
    ['a code of Prisma on no error of it', error({ code: 'P2002' })],
    ['a kind of an adapter on no error of it', error({ kind: 'UniqueConstraintViolation' })],
    ['a text of SQLite in a sentence', new Error('Why: UNIQUE constraint failed: users.email')],
    ['a text of pg in a sentence', new Error('It said: Connection terminated unexpectedly')],
    ['a text of mysql2 that is no statement', new Error('It said - Pool is closed.')],
    ["pg's text for a timeout, of somebody else", error({ stack: '' }, 'timeout expired')],
    ['a wrong document of BSON', error({ name: 'BSONError' }, 'cannot convert circular structure')],
    ['a text of BSON on no error of it', new Error('must be a 24 character hex string')],
    ['a BSON error without a text', { name: 'BSONError' }],
    ['a code of a socket on no error', { code: 'ECONNRESET' }],
    [
      'a kind of an adapter behind an error of somebody else',
      error({ cause: { kind: 'UniqueConstraintViolation' } }),
    ],
    ['a validation error of somebody else', error({ name: 'ValidationError', errors: { a: {} } })],
    ['a cast error of somebody else', error({ name: 'CastError', path: 'id' })],
    ['a not-found error of somebody else', error({ name: 'NotFoundError' })],
    ['an optimistic lock of somebody else', error({ name: 'OptimisticLockError' })],
    ['errors that were collected', new AggregateError([duplicate('key')])],
    ['a refused connection to an HTTP server', refused(443)],
    ['a refused connection to Redis', refused(6379)],
    ['a reset connection', error({ code: 'ECONNRESET', syscall: 'read', stack: '' })],
    ['a wrong password', pgError('28P01')],
    ['a missing permission', pgError('42501')],
    ['an unknown table', pgError('42P01')],
    ['a failed transaction', pgError('25P02')],
    ['an error of a function', pgError('P0001')],
  ])('%s', (_what, thrown) => {
    expect(map(thrown)).toBeUndefined();
  });

  it('what an author made an HTTP exception, whatever was behind it', () => {
    const cause = duplicate('users_email_key');
    expect(map(new NotFoundException('No such user', { cause }))).toBeUndefined();
    expect(map(new HttpException({}, 418, { cause }))).toBeUndefined();
    expect(map(StandardErrors.RESOURCE_NOT_FOUND(undefined, { cause }))).toBeUndefined();
    expect(map({ getStatus: () => 400, cause })).toBeUndefined();
  });

  it('but not an error of their own behind an error of the application', () => {
    const cause = duplicate('users_email_key');
    expect(map(new Error('Could not save', { cause }))?.code).toBe('RESOURCE_CONFLICT');
    for (const link of ['driverError', 'original', 'parent', 'cause']) {
      expect(map(error({ [link]: cause }))?.code).toBe('RESOURCE_CONFLICT');
    }
    expect(map(new Error('No', { cause: new Error('why', { cause }) }))?.status).toBe(409);
  });
});
