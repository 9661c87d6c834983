import { randomBytes } from 'node:crypto';

export type AdapterName = 'express' | 'fastify';

/** What the environment decides, read and checked once. */
export interface Settings {
  readonly adapter: AdapterName;
  readonly host: string;
  readonly port: number;
  /** A PostgreSQL server; without it the app runs its own database in the process. */
  readonly databaseUrl: string | undefined;
  readonly jwtSecret: string;
}

function readSettings(environment: NodeJS.ProcessEnv): Settings {
  return {
    adapter: readAdapter(environment['ADAPTER'] ?? 'express'),
    host: environment['HOST'] ?? '127.0.0.1',
    port: readPort(environment['PORT'] ?? '3000'),
    databaseUrl: environment['DATABASE_URL'],
    // Tokens of a random secret end with the process, which suits a demo and no deployment.
    jwtSecret: environment['JWT_SECRET'] ?? randomBytes(32).toString('hex'),
  };
}

function readAdapter(name: string): AdapterName {
  if (name === 'express' || name === 'fastify') return name;
  throw new Error(`ADAPTER must be "express" or "fastify", but it is "${name}".`);
}

function readPort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new Error(`PORT must be a whole number from 0 (any free port) to 65535, not "${text}".`);
}

export const settings = readSettings(process.env);
