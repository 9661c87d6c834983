import { PrismaClientKnownRequestError } from '@prisma/client/runtime/client';
import { describe, expect, it } from 'vitest';
import { answerTo, BUSY, DOWN } from './support/answer-to';

const error = (members: object, message = 'it failed'): Error =>
  Object.assign(new Error(message), members);

describe('The codes of Prisma, where no driver adapter tells more', () => {
  it.each([
    [DOWN, ['P1001', 'P1002', 'P1017']],
    [BUSY, ['P1008', 'P2024', 'P2028', 'P2037']],
    ['RESOURCE_NOT_FOUND', ['P2001', 'P2025']],
    ['RESOURCE_CONFLICT', ['P2002', 'P2034']],
    ['RESOURCE_DEPENDENCY', ['P2014']],
    ['VALIDATION_REFERENCE_INVALID', ['P2003', 'P2015', 'P2018']],
    ['VALIDATION_REQUIRED_FIELD', ['P2011']],
    ['VALIDATION_OUT_OF_RANGE', ['P2000', 'P2004', 'P2020', 'P2033']],
    ['VALIDATION_INVALID_FORMAT', ['P2006', 'P2007']],
    [undefined, ['P1000', 'P2010', 'P2021', 'P2022', 'P2039']],
  ])('%s: %s', (answer, codes) => {
    for (const code of codes) {
      const thrown = new PrismaClientKnownRequestError('it failed', { code, clientVersion: '7' });
      expect([code, answerTo(thrown)]).toEqual([code, answer]);
    }
  });

  it('name what they broke in a member of their own', () => {
    const body = { orgId: 1, email: 'a' };
    const fields = (code: string, meta: object) =>
      answerTo(
        new PrismaClientKnownRequestError('', { code, clientVersion: '5', meta: { ...meta } }),
        body,
      );
    expect(fields('P2002', { target: ['org_id', 'email'] })).toBe('RESOURCE_CONFLICT orgId email');
    expect(fields('P2002', { modelName: 'User', target: 'User_email_key' })).toBe(
      'RESOURCE_CONFLICT email',
    );
    expect(fields('P2011', { constraint: ['email'] })).toBe('VALIDATION_FAILED email');
    expect(fields('P2003', { field_name: 'Post_org_id_fkey (index)', modelName: 'Post' })).toBe(
      'VALIDATION_FAILED orgId',
    );
    expect(fields('P2000', { column_name: 'email' })).toBe('VALIDATION_FAILED email');
  });

  it('of a connection to what is not there are about a reference, before Prisma 7 by their text', () => {
    const cause = "No 'User' record was found for a nested connect on relation 'PostToUser'.";
    const meta = { modelName: 'Post', cause };
    const thrown = new PrismaClientKnownRequestError('', {
      code: 'P2025',
      clientVersion: '6',
      meta,
    });
    expect(answerTo(thrown)).toBe('VALIDATION_REFERENCE_INVALID');
  });
});

describe("The kinds of Prisma's driver adapters, of a database that no other source knows", () => {
  it.each([
    [DOWN, ['ConnectionClosed', 'DatabaseNotReachable']],
    [BUSY, ['SocketTimeout', 'TooManyConnections']],
    ['RESOURCE_CONFLICT', ['TransactionWriteConflict', 'UniqueConstraintViolation']],
    ['RESOURCE_DEPENDENCY', ['RestrictViolation']],
    ['VALIDATION_REFERENCE_INVALID', ['ForeignKeyConstraintViolation']],
    ['VALIDATION_REQUIRED_FIELD', ['NullConstraintViolation']],
    ['VALIDATION_OUT_OF_RANGE', ['LengthMismatch', 'ValueOutOfRange']],
    ['VALIDATION_INVALID_FORMAT', ['InvalidInputValue']],
    [undefined, ['AuthenticationFailed', 'TableDoesNotExist', 'mssql']],
  ])('%s: %s', (answer, kinds) => {
    for (const kind of kinds) {
      const adapter = error({ name: 'DriverAdapterError', cause: { kind, originalCode: '2627' } });
      const meta = { driverAdapterError: adapter };
      const options = { code: 'P2039', clientVersion: '7', meta };
      expect([kind, answerTo(new PrismaClientKnownRequestError('', options))]).toEqual([
        kind,
        answer,
      ]);
    }
  });
});

describe("What Prisma's driver adapters know of a database that no other source knows", () => {
  it('names an index and its table', () => {
    const cause = {
      kind: 'UniqueConstraintViolation',
      constraint: { index: 'User_email_key' },
      table: 'User',
    };
    const meta = { driverAdapterError: error({ name: 'DriverAdapterError', cause }) };
    const thrown = new PrismaClientKnownRequestError('', {
      code: 'P2002',
      clientVersion: '7',
      meta,
    });
    expect(answerTo(thrown, { email: 'a' })).toBe('RESOURCE_CONFLICT email');
  });
});

describe('The codes of postgres.js', () => {
  const CODES = [
    'CONNECT_TIMEOUT',
    'CONNECTION_CLOSED',
    'CONNECTION_DESTROYED',
    'CONNECTION_ENDED',
  ];
  it.each(CODES)('%s', (code) => {
    expect(answerTo(error({ code, errno: code }, `write ${code}`))).toBe(DOWN);
  });
});

describe('The numbers of mariadb, the client', () => {
  it.each([
    [DOWN, [45_001, 45_004, 45_009, 45_012, 45_013, 45_027]],
    [BUSY, [45_026, 45_028]],
    [undefined, [45_033, 45_044]],
  ])('%s: %s', (answer, numbers) => {
    for (const errno of numbers) {
      expect([errno, answerTo(error({ errno, sqlState: '08S01' }))]).toEqual([errno, answer]);
    }
  });
});

describe("The codes of Node's sockets", () => {
  const CODES = [
    ...['EAI_AGAIN', 'ECONNABORTED', 'ECONNREFUSED', 'ECONNRESET', 'EHOSTUNREACH'],
    ...['ENETUNREACH', 'ENOTFOUND', 'EPIPE', 'ETIMEDOUT'],
  ];
  const NOBODY = 'Error: it failed\n    at TCPConnectWrap (node:net:1)';

  it.each(CODES)('%s are of a database on a port of one', (code) => {
    for (const port of [5432, 6432, 26_257, 3306, 33_060, 1433, 1521, 27_017]) {
      expect([port, answerTo(error({ code, port, stack: NOBODY }))]).toEqual([port, DOWN]);
    }
    expect(answerTo(error({ code, port: 8080, stack: NOBODY }))).toBeUndefined();
  });

  it.each(['pg', 'pg-pool', 'mysql2', 'mariadb'])(
    'are of a database in the stack of %s',
    (name) => {
      const stack = `Error: it failed\n    at connect (/srv/node_modules/${name}/lib/index.js:1:1)`;
      expect(answerTo(error({ code: 'ECONNRESET', stack }))).toBe(DOWN);
    },
  );

  it('are of a database where what was wrapped around them is', () => {
    const cause = error({ code: 'ECONNRESET', stack: NOBODY });
    const wrapped = (members: object) => answerTo(error({ cause, ...members }));
    expect(wrapped({ sql: 'select 1' })).toBe(DOWN);
    expect(wrapped({ query: 'select 1' })).toBe(DOWN);
    expect(wrapped({ fatal: true })).toBe(DOWN);
    expect(wrapped({ name: 'DriverException' })).toBe(DOWN);
    expect(wrapped({ name: 'SequelizeDatabaseError' })).toBe(DOWN);
    expect(wrapped({ name: 'AxiosError' })).toBeUndefined();
  });
});
