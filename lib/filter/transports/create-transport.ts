import type { HttpServer } from '@nestjs/common';
import type { RouteRegistry } from '../../routes/route-registry';
import { ExpressTransport } from './express.transport';
import { FastifyTransport } from './fastify.transport';
import type { HttpTransport } from './http-transport';

/** @throws Error if the application runs on neither Express nor Fastify */
export function createTransport(adapter: HttpServer, routes: RouteRegistry): HttpTransport {
  const type: string = adapter.getType();
  if (type === 'express') return new ExpressTransport(adapter, routes);
  if (type === 'fastify') return new FastifyTransport(adapter, routes);
  throw new Error(
    `ErrorsModule answers on @nestjs/platform-express and @nestjs/platform-fastify, not on "${type}".`,
  );
}
