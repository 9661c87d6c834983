import type { FailureKind, FailureReader } from '../database-failure';
import { lookUp, read, readText } from '../read';

/** Driver exceptions, for databases whose codes no other source knows. */
const KIND_BY_EXCEPTION: Readonly<Record<string, FailureKind>> = {
  CheckConstraintViolationException: 'check',
  ConnectionException: 'unreachable',
  DeadlockException: 'conflict',
  ForeignKeyConstraintViolationException: 'foreignKey',
  LockWaitTimeoutException: 'busy',
  NotNullConstraintViolationException: 'required',
  ReadOnlyException: 'unreachable',
  UniqueConstraintViolationException: 'unique',
};

/** MikroORM's own classes. */
export const readMikroOrmError: FailureReader = (error) => {
  const name = readText(error, 'name');
  const kind = lookUp(KIND_BY_EXCEPTION, name);
  if (kind) return { kind };
  // What the unit of work refuses has generic names: this method of theirs does not.
  if (typeof read(error, 'getEntity') !== 'function') return undefined;
  if (name === 'NotFoundError') return { kind: 'missing' };
  if (name === 'OptimisticLockError') return { kind: 'stale' };
  const [, table, column] = REQUIRED.exec(readText(error, 'message') ?? '') ?? [];
  return column === undefined ? undefined : { kind: 'required', table, columns: [column] };
};

const REQUIRED = /^Value for (\w+)\.(\w+) is required, /;
