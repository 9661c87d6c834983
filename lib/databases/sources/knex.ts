import type { FailureReader } from '../database-failure';
import { readText } from '../read';

/** Knex's own: no connection of the pool in time, or a query beyond its timeout. */
export const readKnexError: FailureReader = (error) => {
  const isTimeout =
    readText(error, 'name') === 'KnexTimeoutError' ||
    (readText(error, 'message') ?? '').startsWith('Knex: Timeout acquiring a connection');
  return isTimeout ? { kind: 'busy' } : undefined;
};
