import type { DatabaseFailure, DriverReader, FailureKind } from '../database-failure';
import { lookUp, read, readText } from '../read';

/** https://www.postgresql.org/docs/current/errcodes-appendix.html */
const KIND_BY_SQLSTATE: Readonly<Record<string, FailureKind>> = {
  '08000': 'unreachable', // connection exception
  '08001': 'unreachable', // cannot connect
  '08003': 'unreachable', // connection does not exist
  '08004': 'unreachable', // connection rejected
  '08006': 'unreachable', // connection failure
  '22001': 'length', // text too long
  '22003': 'range', // number out of range
  '22007': 'format', // no date or time
  '22008': 'range', // date or time out of range
  '22009': 'format', // time zone
  '22015': 'range', // interval
  '22018': 'format', // cast
  '22021': 'format', // null character
  '22025': 'format', // escape at the end of a LIKE pattern
  '22026': 'length', // bit string
  '22030': 'format', // JSON with a duplicate key
  '22032': 'format', // JSON
  '22P02': 'format', // text that is no uuid, number, enum value …
  '22P03': 'format', // binary
  '22P05': 'format', // character that the encoding lacks
  '2200N': 'format', // XML
  '2201B': 'format', // regular expression
  '2201W': 'range', // LIMIT
  '2201X': 'range', // OFFSET
  '23001': 'dependency', // ON DELETE RESTRICT
  '23502': 'required',
  '23503': 'foreignKey',
  '23505': 'unique',
  '23514': 'check',
  '23P01': 'unique', // exclusion
  '25006': 'unreachable', // read-only: a standby, or a failover under way
  '25P03': 'busy', // idle in transaction for too long
  '25P04': 'busy', // transaction timeout
  '40001': 'conflict', // serialisation failure
  '40P01': 'conflict', // deadlock
  '44000': 'check', // WITH CHECK OPTION
  '53000': 'busy',
  '53100': 'busy', // disk full
  '53200': 'busy', // out of memory
  '53300': 'busy', // too many connections
  '53400': 'busy', // a configured limit
  '54000': 'length', // too long for an index
  '55P03': 'busy', // lock timeout
  '57014': 'busy', // statement timeout
  '57P01': 'unreachable', // shutting down
  '57P02': 'unreachable', // crashed
  '57P03': 'unreachable', // starting
  '57P05': 'unreachable', // idle session timeout
};

/** PostgreSQL and what speaks like it: pg, PGlite, postgres.js, Neon, CockroachDB, Prisma's adapters. */
export const readSqlStateError: DriverReader = (error) => {
  const kind = lookUp(KIND_BY_SQLSTATE, read(error, 'code'));
  if (kind === undefined || readText(error, 'severity') === undefined) return undefined;
  const message = readText(error, 'message') ?? '';
  return {
    kind: kind === 'foreignKey' ? sideOf(message) : kind,
    constraint:
      readText(error, 'constraint') ??
      readText(error, 'constraint_name') ??
      / constraint "([^"]+)"/.exec(message)?.[1],
    table:
      readText(error, 'table') ??
      readText(error, 'table_name') ??
      / (?:relation|table) "([^"]+)" violates /.exec(message)?.[1],
    columns: columnsOf(error, message),
  };
};

/** Only a server that speaks English says which side of the foreign key was hurt. */
function sideOf(message: string): FailureKind {
  if (message.includes('update or delete on table ')) return 'dependency';
  return message.includes('insert or update on table ') ? 'reference' : 'foreignKey';
}

/** The column of a value, or the columns of a key: `Key (org_id, "userId")=(1, 2) …`. */
function columnsOf(error: object, message: string): DatabaseFailure['columns'] {
  const column =
    readText(error, 'column') ??
    readText(error, 'column_name') ??
    /^null value in column "([^"]+)"/.exec(message)?.[1];
  if (column !== undefined) return [column];
  const key = /^[^()]*\(([^()]+)\)=\(/.exec(readText(error, 'detail') ?? '')?.[1];
  return key?.split(', ').map((name) => name.replaceAll('"', ''));
}
