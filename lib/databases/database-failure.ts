/**
 * What a database refused, in words that all of them share:
 * - `unique`: a value that must be unique is there already
 * - `reference`: a row points to one that does not exist
 * - `dependency`: a row cannot go, others point to it
 * - `foreignKey`: one of these two, the error does not say which
 * - `required`, `check`, `range`, `length`, `format`: a value that a column cannot hold
 * - `invalid`: a document that breaks the rules of its collection or model
 * - `conflict`: a deadlock or a lost race; the same request may pass next time
 * - `stale`: an optimistic lock, the row has changed since it was read
 * - `missing`: a row that had to be there
 * - `busy`: a lock, statement or pool timed out, or the database takes no more work
 * - `unreachable`: no connection, shutting down, or read-only for now
 */
export type FailureKind =
  | 'unique'
  | 'reference'
  | 'dependency'
  | 'foreignKey'
  | 'required'
  | 'check'
  | 'range'
  | 'length'
  | 'format'
  | 'invalid'
  | 'conflict'
  | 'stale'
  | 'missing'
  | 'busy'
  | 'unreachable';

/** One failure, and the names that the database gave with it: none of them is for the client. */
export interface DatabaseFailure {
  readonly kind: FailureKind;
  /** The constraint or index. */
  readonly constraint?: string | undefined;
  /** The table, collection or model. */
  readonly table?: string | undefined;
  /** Columns, or dotted paths of a document. */
  readonly columns?: readonly string[] | undefined;
}

/** The names that came with a failure. */
export type FailureNames = Omit<DatabaseFailure, 'kind'>;

/** Understands the errors of one database, whose statements fail for one reason at a time. */
export type DriverReader = (error: object) => DatabaseFailure | undefined;

/**
 * Understands the errors of one source. It is asked about each error of a chain of causes; a model
 * that validates its fields yields several failures.
 */
export type FailureReader = (
  error: object,
  chain: readonly object[],
) => DatabaseFailure | readonly DatabaseFailure[] | undefined;
