import type { Server } from 'node:http';
import { Controller, Get, Module, Param } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ExpressAdapter } from '@nestjs/platform-express';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { InProcessClient, microsecondsPerRequest } from '../in-process-client';
import type { AdapterName } from '../variant';
import { type Variant, variants } from './variants';

const REQUEST = 'GET /orders/42 HTTP/1.1\r\nHost: x\r\nAccept: */*\r\n\r\n';

// Run as the process of one variant, so that none profits from code that another made hot.
const [adapter, variant] = process.argv.slice(2) as [AdapterName, Variant];

@Controller('orders')
class OrdersController {
  @Get(':id') find(@Param('id') id: string) {
    return { id, status: 'OPEN', quantity: 2 };
  }
}

@Module({ imports: variants[variant].imports(), controllers: [OrdersController] })
class BenchModule {}

async function serve(): Promise<void> {
  const platform = adapter === 'fastify' ? new FastifyAdapter() : new ExpressAdapter();
  const app = await NestFactory.create(BenchModule, platform, { logger: false });
  await app.init();
  if (platform instanceof FastifyAdapter) await platform.getInstance().ready();
  const client = new InProcessClient(app.getHttpServer() as Server);
  const first = await client.request(REQUEST);
  if (!first.startsWith('HTTP/1.1 200')) throw new Error(first);
  process.on('message', (count: number) => {
    const requests = Array.from({ length: count }, () => REQUEST);
    void microsecondsPerRequest(client, requests).then((time) => process.send?.(time));
  });
  process.send?.(0);
}

void serve();
