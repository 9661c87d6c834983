import type { DriverReader, FailureNames } from '../database-failure';
import { lookUp, read, readText } from '../read';
import { KIND_BY_MYSQL_ERRNO } from './mysql-errors';

/** Servers cut their texts at 512 bytes. */
const MAX_LENGTH = 1_000;

/** MySQL and MariaDB through mysql2, mysql, mariadb and Prisma's adapters. */
export const readMysqlError: DriverReader = (error) => {
  const errno = read(error, 'errno');
  if (typeof errno !== 'number' || readText(error, 'sqlState') === undefined) return undefined;
  const message = readText(error, 'sqlMessage') ?? readText(error, 'message') ?? '';
  const text = message.slice(-MAX_LENGTH);
  const kind = lookUp(KIND_BY_MYSQL_ERRNO, errno) ?? (isReadOnly(errno, text) && 'unreachable');
  return kind ? { kind, ...namesIn(text) } : undefined;
};

/** 1290 is any option that stands in the way. */
function isReadOnly(errno: number, text: string): boolean {
  return errno === 1290 && /--(?:super-)?read-only/.test(text);
}

/** Values come before names in these texts: only what stands at the end is the server's word. */
function namesIn(text: string): FailureNames {
  return keyOf(text) ?? foreignKeyOf(text) ?? checkOf(text) ?? { columns: columnsOf(text) };
}

/** Since MySQL 8.0.19 the key's name comes after its table's. */
function keyOf(text: string): FailureNames | undefined {
  const [, table, constraint] = / for key '(?:([^'.]+)\.)?([^'.]+)'$/.exec(text) ?? [];
  return constraint === undefined ? undefined : { table, constraint };
}

function foreignKeyOf(text: string): FailureNames | undefined {
  const found = /\(`[^`]+`\.`([^`]+)`, CONSTRAINT `([^`]+)` FOREIGN KEY \(([^()]+)\)/.exec(text);
  const [, table, constraint, columns] = found ?? [];
  return columns === undefined
    ? undefined
    : { table, constraint, columns: columns.replaceAll('`', '').split(', ') };
}

/** MariaDB calls the check of a column `users.age`. */
function checkOf(text: string): FailureNames | undefined {
  const ofMysql = /^Check constraint '([^']+)' is violated/.exec(text)?.[1];
  if (ofMysql !== undefined) return { constraint: ofMysql };
  const found = /^CONSTRAINT `([^`]+)` failed for `[^`]+`\.`([^`]+)`$/.exec(text);
  return found ? { constraint: found[1], table: found[2] } : undefined;
}

function columnsOf(text: string): readonly string[] | undefined {
  const column =
    /^(?:Column|Field) '([^']+)' (?:cannot be null|doesn't have a default value)$/.exec(
      text,
    )?.[1] ??
    / for column (?:[`'][^`']*[`']\.)*[`']([^`']+)[`'] at row \d+$/.exec(text)?.[1] ??
    / in value for column '(?:[^'.]+\.)?([^'.]+)'\.$/.exec(text)?.[1];
  return column === undefined ? undefined : [column];
}
