import type {
  DatabaseFailure,
  FailureKind,
  FailureNames,
  FailureReader,
} from '../database-failure';
import { lookUp, read, readText, readTexts } from '../read';
import { readSqlStateError } from './sqlstate';

/** https://www.prisma.io/docs/orm/reference/error-reference */
const KIND_BY_CODE: Readonly<Record<string, FailureKind>> = {
  P1001: 'unreachable',
  P1002: 'unreachable',
  P1008: 'busy',
  P1017: 'unreachable',
  P2000: 'length',
  P2001: 'missing',
  P2002: 'unique',
  P2003: 'foreignKey',
  P2004: 'check',
  P2006: 'format',
  P2007: 'format',
  P2011: 'required',
  P2014: 'dependency',
  P2015: 'reference',
  P2018: 'reference',
  P2020: 'range',
  P2024: 'busy', // no connection of the pool in time
  P2025: 'missing',
  P2028: 'busy', // transaction timeout
  P2033: 'range',
  P2034: 'conflict',
  P2037: 'busy', // too many connections
};

/** Prisma Client's own codes, where no driver adapter tells more. */
export const readPrismaError: FailureReader = (error) => {
  if (readText(error, 'clientVersion') === undefined) return undefined;
  const code = readText(error, 'code') ?? readText(error, 'errorCode');
  const meta = read(error, 'meta');
  if (code === 'P2010') return ofRawQuery(meta);
  const kind = lookUp(KIND_BY_CODE, code);
  if (kind === 'missing' && isConnect(meta)) return { kind: 'reference' };
  return kind && { kind, ...namesIn(meta) };
};

/** `connect: { id }` to a row that is not there; before Prisma 7 only the text says so. */
function isConnect(meta: unknown): boolean {
  const operation = readText(meta, 'operation') ?? readText(meta, 'cause') ?? '';
  return operation.includes('nested connect');
}

/** The engine's `meta` of a raw query has the code and text of the database. */
function ofRawQuery(meta: unknown): DatabaseFailure | undefined {
  const code = readText(meta, 'code');
  const message = readText(meta, 'message');
  return readSqlStateError({ code, message, severity: 'ERROR' });
}

/** Each code has a member of its own: a list of fields, or the name of a constraint or column. */
function namesIn(meta: unknown): FailureNames {
  const table = readText(meta, 'modelName');
  for (const member of ['target', 'constraint', 'field_name', 'column_name']) {
    const columns = readTexts(meta, member);
    if (columns) return { table, columns };
    const name = readText(meta, member)?.replace(/ \(index\)$/, '');
    if (name !== undefined) return { table, constraint: name };
  }
  return { table };
}
