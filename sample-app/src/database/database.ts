/** Runs one SQL statement; parameters are `$1`, `$2`, … */
export interface Queryable {
  query<Row extends object>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
}

/** The one query layer of the app: PGlite and a PostgreSQL server behind the same three methods. */
export abstract class Database implements Queryable {
  abstract query<Row extends object>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;

  /** Commits what `work` did, or rolls all of it back when it throws. */
  abstract transaction<Result>(work: (tx: Queryable) => Promise<Result>): Promise<Result>;

  abstract close(): Promise<void>;
}
