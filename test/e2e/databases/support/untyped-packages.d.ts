/** What is used here of packages that bring no types. */
declare module 'sql.js' {
  export class Database {
    constructor(data?: Uint8Array);
    run(sql: string): this;
    export(): Uint8Array;
    close(): void;
  }
  export default function initSqlJs(): Promise<{ readonly Database: typeof Database }>;
}

declare module 'better-sqlite3/lib/sqlite-error.js' {
  export default class SqliteError extends Error {
    constructor(message: string, code: string);
  }
}
