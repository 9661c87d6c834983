import type { FailureKind, FailureReader } from '../database-failure';
import { lookUp, read, readText, readTexts } from '../read';
import { readMysqlError } from './mysql';
import { readSqliteError } from './sqlite';
import { readSqlStateError } from './sqlstate';

/** Failures without an answer of the database: https://github.com/prisma/prisma, driver-adapter-utils */
const KIND_BY_ADAPTER_KIND: Readonly<Record<string, FailureKind>> = {
  ConnectionClosed: 'unreachable',
  DatabaseNotReachable: 'unreachable',
  SocketTimeout: 'busy',
  TooManyConnections: 'busy',
  TransactionWriteConflict: 'conflict',
};

/** Prisma with a driver adapter (the rule since Prisma 7): the driver's code and text are kept. */
export const readPrismaAdapterError: FailureReader = (error) => {
  const adapterKind = readText(error, 'kind');
  if (adapterKind === undefined) return undefined;
  const code = readText(error, 'originalCode');
  const original = {
    code,
    errno: Number(code),
    errcode: Number(code),
    severity: 'ERROR',
    sqlState: '',
    message: readText(error, 'originalMessage'),
  };
  const failure =
    code === undefined
      ? undefined
      : (readSqlStateError(original) ?? readMysqlError(original) ?? readSqliteError(original));
  const kind = lookUp(KIND_BY_ADAPTER_KIND, adapterKind);
  if (failure === undefined) return kind && { kind };
  const constraint = read(error, 'constraint');
  return {
    kind: failure.kind,
    constraint: failure.constraint ?? readText(constraint, 'index'),
    table: failure.table ?? readText(error, 'table'),
    columns: failure.columns ?? readTexts(constraint, 'fields'),
  };
};
