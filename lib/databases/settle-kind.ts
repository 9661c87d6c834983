import type { DatabaseFailure } from './database-failure';
import type { SettledKind } from './failure-meanings';
import { readText } from './read';

/**
 * Which side of a foreign key was hurt, where the error itself does not say (SQLite, Prisma): a
 * deleted row still has others that point to it, any other statement points to nothing.
 */
export function settleKind(
  { kind }: DatabaseFailure,
  chain: readonly object[],
  method: string,
): SettledKind {
  if (kind !== 'foreignKey') return kind;
  const statement = chain.map(statementOf).find((text) => text !== undefined);
  const isDeletion =
    statement === undefined ? method === 'DELETE' : /^\W*delete\b/i.test(statement);
  return isDeletion ? 'dependency' : 'reference';
}

/** The SQL that failed, as Drizzle, TypeORM and PGlite keep it, or Sequelize, mysql2 and mariadb. */
export function statementOf(error: object): string | undefined {
  return readText(error, 'query') ?? readText(error, 'sql');
}
