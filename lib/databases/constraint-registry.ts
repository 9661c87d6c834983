import type { DatabaseFailure } from './database-failure';

/** What a constraint of the database means to clients. */
export interface ConstraintEntry {
  /**
   * The field that broke it, as clients call it; dots lead into objects (`address.city`).
   * @default none is named
   */
  readonly field?: string;
  /**
   * A `VALIDATION_*` code makes the failure a field error of VALIDATION_FAILED (or, without a
   * field, the code of the answer); any other code becomes that of the answer.
   * @default by what was broken: RESOURCE_CONFLICT where a value must be unique, else VALIDATION_*
   */
  readonly code?: string;
  /**
   * The text of the field error, or of the answer where no field is named. One that begins with a
   * lower-case letter has no subject ("is already in use"): formats with sentences add the field's.
   */
  readonly message?: string;
}

/**
 * What constraints of the database mean to clients, by the name that the database reports:
 * - a constraint or index: `users_email_key`
 * - a unique key by its columns, for engines that report no name (SQLite) or an obscure one:
 *   `users(email)`, `members(org_id,email)`; for MongoDB the collection and its fields
 * - a column, `users.email_address`, which takes a field alone and names it in every failure of
 *   that column; for Mongoose the model and its path.
 *
 * Without an entry, a column is named only if it is a field that the client sent. An entry is
 * about the row that a client writes: a row that others still point to is RESOURCE_DEPENDENCY,
 * whatever the entry of that foreign key says.
 * @example
 * constraints: { users_email_key: { field: 'email', code: 'VALIDATION_DUPLICATE', message: 'is already in use' } }
 */
export type ConstraintRegistry = Readonly<Record<string, ConstraintEntry>>;

/** The registry, asked by what a database reports. */
export class Constraints {
  readonly #entries: ReadonlyMap<string, ConstraintEntry>;

  constructor(registry: ConstraintRegistry = {}) {
    this.#entries = new Map(
      Object.entries(registry).map(([key, entry]) => [withoutSpaces(key), entry]),
    );
  }

  entryOf({ kind, constraint, table, columns }: DatabaseFailure): ConstraintEntry | undefined {
    const named = constraint === undefined ? undefined : this.#entries.get(constraint);
    if (named || kind !== 'unique' || !table || !columns) return named;
    return this.#entries.get(`${table}(${columns.join(',')})`);
  }

  fieldOf(table: string | undefined, column: string): string | undefined {
    return table === undefined ? undefined : this.#entries.get(`${table}.${column}`)?.field;
  }
}

/** `users (email)` is `users(email)`. */
function withoutSpaces(key: string): string {
  const parts = key.split(/([(),])/);
  return parts.map((part) => part.trim()).join('');
}
