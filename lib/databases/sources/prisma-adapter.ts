import type { DatabaseFailure, FailureKind, FailureReader } from '../database-failure';
import { lookUp, read, readText, readTexts } from '../read';
import { readMysqlError } from './mysql';
import { readSqliteError } from './sqlite';
import { readSqlStateError } from './sqlstate';

/** `MappedError` of @prisma/driver-adapter-utils, for databases whose own codes we do not know. */
const KIND_BY_ADAPTER_KIND: Readonly<Record<string, FailureKind>> = {
  ConnectionClosed: 'unreachable',
  DatabaseNotReachable: 'unreachable',
  ForeignKeyConstraintViolation: 'foreignKey',
  InvalidInputValue: 'format',
  LengthMismatch: 'length',
  NullConstraintViolation: 'required',
  RestrictViolation: 'dependency',
  SocketTimeout: 'busy',
  TooManyConnections: 'busy',
  TransactionWriteConflict: 'conflict',
  UniqueConstraintViolation: 'unique',
  ValueOutOfRange: 'range',
};

/** Prisma with a driver adapter (the rule since Prisma 7): the driver's code and text are kept. */
export const readPrismaAdapterError: FailureReader = (error, chain) => {
  if (!chain.some((other) => isAdapterError(other, error))) return undefined;
  const original = ofDriver(error);
  const kind = original?.kind ?? lookUp(KIND_BY_ADAPTER_KIND, readText(error, 'kind'));
  const constraint = read(error, 'constraint');
  return (
    kind && {
      kind,
      constraint: original?.constraint ?? readText(constraint, 'index'),
      table: original?.table ?? readText(error, 'table'),
      columns: original?.columns ?? readTexts(constraint, 'fields'),
    }
  );
};

function isAdapterError(other: object, cause: object): boolean {
  return readText(other, 'name') === 'DriverAdapterError' && read(other, 'cause') === cause;
}

function ofDriver(error: object): DatabaseFailure | undefined {
  const code = readText(error, 'originalCode');
  if (code === undefined) return undefined;
  const original = {
    code,
    errno: Number(code),
    severity: 'ERROR',
    sqlState: '',
    message: readText(error, 'originalMessage'),
  };
  return readSqlStateError(original) ?? readMysqlError(original) ?? readSqliteError(original);
}
