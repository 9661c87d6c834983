import { type INestApplication, Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ExpressAdapter } from '@nestjs/platform-express';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import { settings } from './settings.js';

function createApp(): Promise<INestApplication> {
  return settings.adapter === 'fastify'
    ? NestFactory.create(AppModule, new FastifyAdapter())
    : NestFactory.create(AppModule, new ExpressAdapter());
}

const app = await createApp();
app.enableShutdownHooks();
await app.listen(settings.port, settings.host);
new Logger('SampleApp').log(`Listening on ${await app.getUrl()} (${settings.adapter})`);
