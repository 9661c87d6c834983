import { Logger } from '@nestjs/common';
import { Pool, type PoolClient } from 'pg';
import { Database, type Queryable } from './database.js';

/** A PostgreSQL server through a pool of connections. */
export class PostgresDatabase extends Database {
  private readonly pool: Pool;

  constructor(connectionString: string) {
    super();
    this.pool = new Pool({ connectionString, connectionTimeoutMillis: 5_000 });
    // A connection may break while nobody uses it: the pool replaces it, the process must live.
    this.pool.on('error', (error) => new Logger(PostgresDatabase.name).warn(error.message));
  }

  query<Row extends object>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return run(this.pool, sql, parameters);
  }

  async transaction<Result>(work: (tx: Queryable) => Promise<Result>): Promise<Result> {
    const client = await this.pool.connect();
    try {
      await client.query('BEGIN');
      const result = await work({
        query: (sql, parameters = []) => run(client, sql, parameters),
      });
      await client.query('COMMIT');
      client.release();
      return result;
    } catch (error) {
      await rollBack(client);
      throw error;
    }
  }

  close(): Promise<void> {
    return this.pool.end();
  }
}

async function rollBack(client: PoolClient): Promise<void> {
  try {
    await client.query('ROLLBACK');
    client.release();
  } catch {
    client.release(true);
  }
}

async function run<Row extends object>(
  client: Pool | PoolClient,
  sql: string,
  parameters: readonly unknown[],
): Promise<Row[]> {
  const { rows } = await client.query<Row>(sql, [...parameters]);
  return rows;
}
