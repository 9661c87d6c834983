import type { FailureReader } from '../database-failure';
import { read, readText } from '../read';
import { statementOf } from '../settle-kind';

/** Node's codes of a connection that failed or was lost. */
const CONNECTION_CODES = new Set([
  'EAI_AGAIN',
  'ECONNABORTED',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
]);

/** PostgreSQL, PgBouncer, CockroachDB, MySQL, SQL Server, Oracle, MongoDB. */
const DATABASE_PORTS = new Set([5432, 6432, 26257, 3306, 33060, 1433, 1521, 27017]);

/** pg-pool and mysql2 give a connection's error a stack of their own. */
const DRIVER_IN_STACK = /[\\/]node_modules[\\/](?:pg|pg-pool|mysql2|mariadb)[\\/]/;

/**
 * A connection that failed is a database's only where something says so: other clients of this
 * server (HTTP, Redis) throw the very same errors.
 */
export const readConnectionError: FailureReader = (error, chain) => {
  const code = readText(error, 'code');
  if (code === undefined || !CONNECTION_CODES.has(code)) return undefined;
  const isOfDatabase =
    DATABASE_PORTS.has(read(error, 'port') as number) ||
    chain.some(isFromDatabase) ||
    DRIVER_IN_STACK.test(readText(error, 'stack') ?? '');
  return isOfDatabase ? { kind: 'unreachable' } : undefined;
};

/** It carries the statement, or it is mysql2's (`fatal`), MikroORM's or Sequelize's wrapper. */
function isFromDatabase(error: object): boolean {
  const name = readText(error, 'name') ?? '';
  return (
    statementOf(error) !== undefined ||
    typeof read(error, 'fatal') === 'boolean' ||
    name === 'DriverException' ||
    name.startsWith('Sequelize')
  );
}
