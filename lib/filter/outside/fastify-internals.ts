import type { Server } from 'node:http';
import type { HttpRequest } from '../transports/http-transport';

interface Reply {
  send(payload: unknown): unknown;
}

/** Fastify calls it where a request cannot be routed; undefined, it answers by itself. */
export type FrameworkErrors = (error: unknown, request: HttpRequest, reply: Reply) => unknown;

/** What Fastify keeps behind symbols of its own, by their descriptions. */
interface FastifyInternals {
  /** What it was made with, and reads while it runs. */
  readonly 'fastify.options': { frameworkErrors?: FrameworkErrors };
  /** Further servers, of the other addresses of "localhost". */
  readonly 'fastify.serverBindings': readonly Server[];
}

/** Undefined where a version of Fastify has no such thing. */
export function fastifyInternal<Name extends keyof FastifyInternals>(
  fastify: object,
  name: Name,
): FastifyInternals[Name] | undefined {
  const symbols = Object.getOwnPropertySymbols(fastify);
  const key = symbols.find(({ description }) => description === name);
  return key && (fastify as Record<symbol, FastifyInternals[Name] | undefined>)[key];
}
