import type { FailureKind, FailureReader } from '../database-failure';
import { driverText } from '../driver-text';
import { lookUp, read, readText } from '../read';

/** pg and pg-pool: errors without a code. https://github.com/brianc/node-postgres */
const KIND_BY_TEXT: Readonly<Record<string, FailureKind>> = {
  'Connection terminated': 'unreachable', // it was ended while a statement ran
  'Connection terminated unexpectedly': 'unreachable',
  'Connection terminated due to connection timeout': 'unreachable',
  'Client has encountered a connection error and is not queryable': 'unreachable',
  'Client was closed and is not queryable': 'unreachable',
  'Cannot use a pool after calling end on the pool': 'unreachable',
  'timeout exceeded when trying to connect': 'busy', // no connection of the pool in time
  'Query read timeout': 'busy',
};

/** postgres.js. https://github.com/porsager/postgres#error-handling */
const KIND_BY_CODE: Readonly<Record<string, FailureKind>> = {
  CONNECT_TIMEOUT: 'unreachable',
  CONNECTION_CLOSED: 'unreachable',
  CONNECTION_DESTROYED: 'unreachable',
  CONNECTION_ENDED: 'unreachable',
};

/** A text that others might have as well: it is pg's where its stack says so. */
const TIMEOUT = 'timeout expired';
const PG_IN_STACK = /[\\/]node_modules[\\/]pg[\\/]/;

/** What PostgreSQL's clients themselves throw, when no answer of the server came. */
export const readPgClientError: FailureReader = (error) => {
  if (isConnectTimeout(error)) return { kind: 'unreachable' };
  const code = read(error, 'code');
  const kind =
    code === undefined ? lookUp(KIND_BY_TEXT, driverText(error)) : lookUp(KIND_BY_CODE, code);
  return kind && { kind };
};

function isConnectTimeout(error: object): boolean {
  return driverText(error) === TIMEOUT && PG_IN_STACK.test(readText(error, 'stack') ?? '');
}
