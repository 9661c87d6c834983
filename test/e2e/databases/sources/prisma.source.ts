import {
  PrismaClientInitializationError,
  PrismaClientKnownRequestError,
  PrismaClientValidationError,
} from '@prisma/client/runtime/client';
import type { FailureRow, FailureSource } from '../support/failure-source';
import { PRISMA_CONSTRAINTS } from './prisma-constraints';
import { PRISMA_OF_OTHERS } from './prisma-other-databases';
import { PRISMA_STATES } from './prisma-states';

const PRISMA_FAILURES = [...PRISMA_CONSTRAINTS, ...PRISMA_STATES, ...PRISMA_OF_OTHERS];
const CLIENT = { clientVersion: '7.10.0' };

/** Real classes with what Prisma put into them: a generated client cannot be made without a network. */
export function prismaSource(): FailureSource {
  const recorded = PRISMA_FAILURES.map(({ failure, code, meta, cause, expected }): FailureRow => {
    const adapter = cause && Object.assign(new Error('driver', { cause }), ADAPTER);
    const error = new PrismaClientKnownRequestError('Invalid `prisma.user.create()` invocation', {
      code,
      meta: { ...meta, ...(adapter && { driverAdapterError: adapter }) },
      ...CLIENT,
    });
    return { failure, raise: () => Promise.reject(error), ...expected };
  });
  return {
    source: 'Prisma',
    open: () => undefined,
    rows: [
      ...recorded,
      {
        failure: 'a server that cannot be reached at the start',
        raise: () =>
          Promise.reject(new PrismaClientInitializationError('', CLIENT.clientVersion, 'P1001')),
        code: 'SERVICE_UNAVAILABLE',
        retryAfter: '5',
      },
      {
        failure: 'a wrong call of the client',
        raise: () => Promise.reject(new PrismaClientValidationError('Argument missing', CLIENT)),
        code: 'INTERNAL_ERROR',
      },
    ],
  };
}

const ADAPTER = { name: 'DriverAdapterError' };
