import { readText } from './read';

const STATEMENT = /^\W*(?:with|select|insert|update|delete|replace|merge|call|begin|commit)\b/i;

/** The driver's own text: Knex and MikroORM put "the statement - " before it. */
export function driverText(error: object): string {
  const message = readText(error, 'message') ?? '';
  const end = message.lastIndexOf(' - ');
  return end !== -1 && STATEMENT.test(message) ? message.slice(end + 3) : message;
}
