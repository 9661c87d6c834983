import type { ErrorMapper } from '../record/error-mapper';
import { Constraints, type ConstraintRegistry } from './constraint-registry';
import type { DatabaseFailure, FailureReader } from './database-failure';
import { errorChain } from './error-chain';
import { failureRecord } from './failure-record';
import { settleKind } from './settle-kind';
import { readConnectionError } from './sources/connection';
import { readKnexError } from './sources/knex';
import { readMikroOrmError } from './sources/mikro-orm';
import { readMongoError } from './sources/mongodb';
import { readMongooseError } from './sources/mongoose';
import { readMysqlError } from './sources/mysql';
import { readMysqlClientError } from './sources/mysql-client';
import { readPgClientError } from './sources/pg-client';
import { readPrismaError } from './sources/prisma';
import { readPrismaAdapterError } from './sources/prisma-adapter';
import { readSequelizeError } from './sources/sequelize';
import { readSqliteError } from './sources/sqlite';
import { readSqlStateError } from './sources/sqlstate';
import { readTypeOrmError } from './sources/typeorm';

/** The database's own errors come first: they know more than what wraps them. */
const READERS: readonly FailureReader[] = [
  readSqlStateError,
  readMysqlError,
  readSqliteError,
  readMongoError,
  readPrismaAdapterError,
  readPgClientError,
  readMysqlClientError,
  readConnectionError,
  readMongooseError,
  readPrismaError,
  readTypeOrmError,
  readMikroOrmError,
  readSequelizeError,
  readKnexError,
];

/**
 * Mappers of database failures, one a source. Errors are recognised by their codes and shapes,
 * also behind what query builders and ORMs wrap around them; no driver is ever loaded. What is a
 * fault of this server (a syntax error, an unknown table, a missing permission) is left to others.
 * @param constraints checked before, see `checkConstraints`
 */
export function createDatabaseMappers(
  constraints: ConstraintRegistry | undefined,
): readonly ErrorMapper[] {
  const registry = new Constraints(constraints);
  return READERS.map((read) => toMapper(read, registry));
}

function toMapper(read: FailureReader, constraints: Constraints): ErrorMapper {
  return (thrown, context) => {
    const chain = errorChain(thrown);
    for (const error of chain) {
      const found = read(error, chain);
      if (found === undefined) continue;
      const failures = toList(found).map((failure) => ({
        ...failure,
        kind: settleKind(failure, chain, context.method),
      }));
      return failureRecord(failures, constraints, context, thrown);
    }
    return undefined;
  };
}

function toList(found: DatabaseFailure | readonly DatabaseFailure[]): readonly DatabaseFailure[] {
  return 'kind' in found ? [found] : found;
}
