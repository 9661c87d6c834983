import type { PGlite, Transaction } from '@electric-sql/pglite';
import { Database, type Queryable } from './database.js';
import { openPglite } from './open-pglite.js';

/** PostgreSQL compiled to WebAssembly: in this process, in memory, nothing to install. */
export class PgliteDatabase extends Database {
  static async open(): Promise<PgliteDatabase> {
    return new PgliteDatabase(await openPglite());
  }

  private constructor(private readonly engine: PGlite) {
    super();
  }

  query<Row extends object>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return run(this.engine, sql, parameters);
  }

  transaction<Result>(work: (tx: Queryable) => Promise<Result>): Promise<Result> {
    return this.engine.transaction((tx) =>
      work({ query: (sql, parameters = []) => run(tx, sql, parameters) }),
    );
  }

  close(): Promise<void> {
    return this.engine.close();
  }
}

async function run<Row extends object>(
  engine: PGlite | Transaction,
  sql: string,
  parameters: readonly unknown[],
): Promise<Row[]> {
  const { rows } = await engine.query<Row>(sql, [...parameters]);
  return rows;
}
