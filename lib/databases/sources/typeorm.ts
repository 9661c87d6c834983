import type { FailureReader } from '../database-failure';
import { readText } from '../read';

/** TypeORM's own classes; a QueryFailedError has the driver's error in it. */
export const readTypeOrmError: FailureReader = (error) => {
  switch (readText(error, 'name')) {
    case 'EntityNotFoundError':
      return { kind: 'missing' };
    case 'OptimisticLockVersionMismatchError':
      return { kind: 'stale' };
    default:
      return undefined;
  }
};
