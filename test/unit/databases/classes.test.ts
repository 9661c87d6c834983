import * as mikroOrm from '@mikro-orm/core';
import * as mongo from 'mongodb';
import * as pools from 'mongodb/lib/cmap/errors.js';
import * as sequelize from 'sequelize';
import { describe, expect, it } from 'vitest';
import { answerTo, BUSY, DOWN } from './support/answer-to';
import { map } from './support/map';

describe('The classes of mongodb', () => {
  const pool = { address: '127.0.0.1:27017', serverError: new Error('it failed') };
  it.each([
    [new mongo.MongoClientClosedError(), DOWN],
    [new mongo.MongoNetworkError('it failed'), DOWN],
    [new mongo.MongoNetworkTimeoutError('it failed'), DOWN],
    [new mongo.MongoNotConnectedError('it failed'), DOWN],
    [new mongo.MongoOperationTimeoutError('it failed'), BUSY],
    [new mongo.MongoServerClosedError('it failed'), DOWN],
    [new mongo.MongoServerSelectionError('it failed', {} as never), DOWN],
    [new mongo.MongoStalePrimaryError('it failed'), DOWN],
    [new mongo.MongoTopologyClosedError('it failed'), DOWN],
    [new pools.PoolClosedError(pool), DOWN],
    [new pools.PoolClearedError(pool), DOWN],
    [new pools.PoolClearedOnNetworkError(pool), DOWN],
    [new pools.WaitQueueTimeoutError('it failed', '127.0.0.1'), BUSY],
    [new mongo.MongoInvalidArgumentError('it failed'), undefined],
    [new mongo.MongoTransactionError('it failed'), undefined],
  ])('%s', (thrown, answer) => {
    expect(answerTo(thrown)).toBe(answer);
  });
});

describe('The classes of sequelize', () => {
  const parent = Object.assign(new Error('it failed'), { sql: 'select 1' });
  const item = (key: string) =>
    new sequelize.ValidationErrorItem('it failed', 'CORE', 'age', '', {} as never, key, 'f', []);
  it.each([
    [new sequelize.ConnectionAcquireTimeoutError(parent), BUSY],
    [new sequelize.ConnectionError(parent), DOWN],
    [new sequelize.ConnectionRefusedError(parent), DOWN],
    [new sequelize.ConnectionTimedOutError(parent), DOWN],
    [new sequelize.EmptyResultError('it failed'), 'RESOURCE_NOT_FOUND'],
    [new sequelize.ExclusionConstraintError({ parent }), 'RESOURCE_CONFLICT'],
    [new sequelize.ForeignKeyConstraintError({ parent }), 'VALIDATION_REFERENCE_INVALID'],
    [new sequelize.HostNotFoundError(parent), DOWN],
    [new sequelize.HostNotReachableError(parent), DOWN],
    [new sequelize.InvalidConnectionError(parent), DOWN],
    [
      new sequelize.OptimisticLockError({ modelName: 'User', values: {}, where: {} }),
      'RESOURCE_CONFLICT',
    ],
    [new sequelize.TimeoutError(parent), BUSY],
    [new sequelize.UniqueConstraintError({ parent }), 'RESOURCE_CONFLICT'],
    [new sequelize.DatabaseError(parent), undefined],
    [new sequelize.AccessDeniedError(parent), undefined],
  ])('%s', (thrown, answer) => {
    expect(answerTo(thrown)).toBe(answer);
  });

  it.each([
    ['is_null', 'VALIDATION_REQUIRED_FIELD'],
    ['notNull', 'VALIDATION_REQUIRED_FIELD'],
    ['notEmpty', 'VALIDATION_REQUIRED_FIELD'],
    ['not_unique', 'RESOURCE_CONFLICT'],
    ['len', 'VALIDATION_OUT_OF_RANGE'],
    ['min', 'VALIDATION_OUT_OF_RANGE'],
    ['max', 'VALIDATION_OUT_OF_RANGE'],
    ['isUrl', 'VALIDATION_FAILED'],
  ])('ValidationError of %s', (key, answer) => {
    expect(answerTo(new sequelize.ValidationError('it failed', [item(key)]))).toBe(answer);
  });
});

describe('What the classes of sequelize name', () => {
  const names = (thrown: unknown) => answerTo(thrown, { email: 'a' });

  it('is a field for each item, or none', () => {
    const thrown = new sequelize.ValidationError('it failed', [
      new sequelize.ValidationErrorItem(
        'it failed',
        'CORE',
        'email',
        '',
        {} as never,
        'isUrl',
        'f',
        [],
      ),
    ]);
    expect(map(thrown, { request: { body: { email: 'a' } } })?.fields).toMatchObject([
      { path: ['email'], rule: 'valid', code: 'VALIDATION_INVALID_FORMAT' },
    ]);
    expect(names(new sequelize.ValidationError('it failed', []))).toBe('VALIDATION_FAILED');
  });

  it('is a list of columns, or an object that has them', () => {
    const taken = (fields: Record<string, unknown> | string[]) =>
      new sequelize.UniqueConstraintError({ fields: fields as Record<string, unknown> });
    expect(names(taken({ email: 'secret' }))).toBe('RESOURCE_CONFLICT email');
    expect(names(taken(['email']))).toBe('RESOURCE_CONFLICT email');
  });

  it('is an index or a constraint', () => {
    const table = 'users';
    const excluded = { table, constraint: 'users_email_excl' };
    expect(names(new sequelize.ExclusionConstraintError(excluded))).toBe('RESOURCE_CONFLICT email');
    const reference = new sequelize.ForeignKeyConstraintError({ table, index: 'users_email_fkey' });
    expect(names(reference)).toBe('VALIDATION_FAILED email');
  });
});

describe('The classes of mikro-orm, of a database that no other source knows', () => {
  const previous = new Error('it failed');
  it.each([
    [new mikroOrm.CheckConstraintViolationException(previous), 'VALIDATION_OUT_OF_RANGE'],
    [new mikroOrm.ConnectionException(previous), DOWN],
    [new mikroOrm.DeadlockException(previous), 'RESOURCE_CONFLICT'],
    [new mikroOrm.ForeignKeyConstraintViolationException(previous), 'VALIDATION_REFERENCE_INVALID'],
    [new mikroOrm.LockWaitTimeoutException(previous), BUSY],
    [new mikroOrm.NotNullConstraintViolationException(previous), 'VALIDATION_REQUIRED_FIELD'],
    [new mikroOrm.ReadOnlyException(previous), DOWN],
    [new mikroOrm.UniqueConstraintViolationException(previous), 'RESOURCE_CONFLICT'],
    [new mikroOrm.TableNotFoundException(previous), undefined],
    [new mikroOrm.DriverException(previous), undefined],
  ])('%s', (thrown, answer) => {
    expect(answerTo(thrown)).toBe(answer);
  });
});
