import type { Server } from 'node:http';
import type { INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ExpressAdapter } from '@nestjs/platform-express';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import type { AdapterName } from './settings.js';

export function createApp(adapter: AdapterName): Promise<INestApplication> {
  return adapter === 'fastify'
    ? createFastifyApp()
    : NestFactory.create(AppModule, new ExpressAdapter());
}

async function createFastifyApp(): Promise<INestApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(AppModule, new FastifyAdapter());
  const parseJson = app.getHttpAdapter().getInstance().getDefaultJsonParser('error', 'error');
  // Many clients name the type of a body that they leave out. Express takes that; so do we.
  app.useBodyParser<Server>('application/json', {}, (request, body, done) => {
    if (body.length === 0) done(null);
    else void parseJson(request, body.toString('utf8'), done);
  });
  return app;
}
