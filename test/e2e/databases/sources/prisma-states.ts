import type { PrismaFailure } from './prisma-failure';

const BUSY = { code: 'SERVICE_UNAVAILABLE', retryAfter: '1' } as const;
const DOWN = { code: 'SERVICE_UNAVAILABLE', retryAfter: '5' } as const;

/** From Prisma Client 7.10 with @prisma/adapter-pg on PostgreSQL 15. */
export const PRISMA_STATES: readonly PrismaFailure[] = [
  {
    failure: 'a row that had to be there',
    code: 'P2025',
    meta: { modelName: 'User', operation: 'an update' },
    expected: { code: 'RESOURCE_NOT_FOUND' },
  },
  {
    failure: 'a connection to a row that is not there',
    code: 'P2025',
    meta: { modelName: 'Post', model: 'User', operation: 'a nested connect' },
    expected: { code: 'VALIDATION_REFERENCE_INVALID' },
  },
  {
    failure: 'a number that is too large',
    code: 'P2020',
    meta: { modelName: 'User' },
    cause: {
      originalCode: '22003',
      originalMessage: 'value "3000000000" is out of range for type integer',
      kind: 'ValueOutOfRange',
      cause: 'value "3000000000" is out of range for type integer',
    },
    expected: { code: 'VALIDATION_OUT_OF_RANGE' },
  },
  {
    failure: 'a deadlock',
    code: 'P2034',
    cause: {
      originalCode: '40P01',
      originalMessage: 'deadlock detected',
      kind: 'TransactionWriteConflict',
    },
    expected: { code: 'RESOURCE_CONFLICT' },
  },
  {
    failure: 'a server that cannot be reached',
    code: 'P1001',
    meta: { modelName: 'User' },
    cause: { kind: 'DatabaseNotReachable', host: '127.0.0.1', port: 1 },
    expected: DOWN,
  },
  {
    failure: 'a transaction that took too long',
    code: 'P2028',
    meta: { modelName: 'User', operation: 'query', timeout: 20, timeTaken: 67 },
    expected: BUSY,
  },
  {
    failure: 'a syntax error',
    code: 'P2010',
    cause: {
      originalCode: '42601',
      originalMessage: 'syntax error at or near "selec"',
      kind: 'postgres',
      code: '42601',
      severity: 'ERROR',
      message: 'syntax error at or near "selec"',
    },
    expected: { code: 'INTERNAL_ERROR' },
  },
];
