import { HttpException } from '@nestjs/common';
import { read } from './read';

/** Where drivers, query builders and ORMs keep the error that they wrap, nearest first. */
const LINKS = [
  'driverError', // TypeORM
  'original', // Sequelize
  'parent', // Sequelize
  'cause', // Drizzle, Prisma's driver adapters, ES2022
];

const MAX_ERRORS = 8;

/**
 * What was thrown and the errors behind it. Empty for what is no object, and for HTTP exceptions:
 * their author has decided already what the client is told.
 */
export function errorChain(thrown: unknown): readonly object[] {
  if (!isObject(thrown) || isHttpException(thrown)) return [];
  const chain = new Set<object>([thrown]);
  for (const error of chain) {
    for (const next of causesOf(error)) {
      if (chain.size >= MAX_ERRORS) return [...chain];
      if (isObject(next)) chain.add(next);
    }
  }
  return [...chain];
}

function causesOf(error: object): readonly unknown[] {
  const ofPrisma = read(read(error, 'meta'), 'driverAdapterError');
  return [...LINKS.map((link) => read(error, link)), ofPrisma];
}

function isHttpException(thrown: object): boolean {
  try {
    return (
      thrown instanceof HttpException ||
      typeof (thrown as { getStatus?: unknown }).getStatus === 'function'
    );
  } catch {
    return true;
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
