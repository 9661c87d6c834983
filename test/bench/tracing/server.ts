import type { Server } from 'node:http';
import { Controller, Get, Module, Param } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ExpressAdapter } from '@nestjs/platform-express';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { AdapterName } from '../variant';
import { InProcessClient } from './in-process-client';
import { type Variant, variants } from './variants';

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
  const first = await client.request();
  if (!first.startsWith('HTTP/1.1 200')) throw new Error(first);
  process.on('message', (requests: number) => void answer(client, requests));
  process.send?.(0);
}

/** Microseconds of processor time per request: other processes do not count. */
async function answer(client: InProcessClient, requests: number): Promise<void> {
  const started = process.cpuUsage();
  for (let index = 0; index < requests; index++) await client.request();
  const { user, system } = process.cpuUsage(started);
  process.send?.((user + system) / requests);
}

void serve();
