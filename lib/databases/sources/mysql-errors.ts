import type { FailureKind } from '../database-failure';

/** By errno: https://dev.mysql.com/doc/mysql-errors/8.4/en/server-error-reference.html */
export const KIND_BY_MYSQL_ERRNO: Readonly<Record<string, FailureKind>> = {
  1020: 'conflict', // MariaDB: the record has changed since it was read
  1040: 'busy', // too many connections
  1048: 'required',
  1053: 'unreachable', // shutting down
  1062: 'unique',
  1114: 'busy', // table full
  1153: 'length', // packet too large
  1203: 'busy', // too many connections of the user
  1205: 'busy', // lock timeout
  1213: 'conflict', // deadlock
  1216: 'reference',
  1217: 'dependency',
  1226: 'busy', // a limit of the user
  1264: 'range',
  1265: 'format', // a value that an ENUM or number cannot hold
  1292: 'format', // date, number
  1317: 'busy', // interrupted
  1364: 'required', // no value and no default
  1366: 'format', // number, character set
  1406: 'length',
  1411: 'format', // date
  1451: 'dependency',
  1452: 'reference',
  1586: 'unique',
  1614: 'conflict', // deadlock of XA transactions
  1690: 'range',
  1792: 'unreachable', // read-only transaction
  1836: 'unreachable', // read-only mode
  1927: 'unreachable', // MariaDB: connection killed
  1969: 'busy', // MariaDB: statement timeout
  2006: 'unreachable',
  2013: 'unreachable',
  3024: 'busy', // statement timeout
  3101: 'conflict', // group replication
  3140: 'format', // JSON
  3572: 'busy', // NOWAIT
  3819: 'check',
  4025: 'check', // MariaDB
  // Of mariadb, the client.
  45001: 'unreachable',
  45004: 'unreachable',
  45009: 'unreachable',
  45012: 'unreachable',
  45013: 'unreachable',
  45026: 'busy', // socket timeout
  45027: 'unreachable',
  45028: 'busy', // no connection of the pool in time
};
