import type { Server } from 'node:http';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { variants } from './variant';
import type { AdapterName, VariantName } from './variant';

/** Starts a variant on a free port; the clients' addresses come from X-Forwarded-For. */
export async function startApp(adapter: AdapterName, variant: VariantName): Promise<Server> {
  const module = await variants[variant].load();
  if (adapter === 'fastify') {
    const app = await NestFactory.create(module, new FastifyAdapter({ trustProxy: 'loopback' }), {
      logger: false,
    });
    return (await app.listen(0, '127.0.0.1')) as Server;
  }
  const app = await NestFactory.create<NestExpressApplication>(module, { logger: false });
  app.set('trust proxy', 'loopback');
  return app.listen(0, '127.0.0.1');
}
