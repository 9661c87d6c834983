import type { Server } from 'node:http';
import { type INestApplication, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ErrorsModule } from 'nestjs-errors';
import { afterEach } from 'vitest';
import type { CreateAdapter } from '../../../support/platforms';
import { MiddlewareModule } from '../middleware.module';
import { ExitsController } from './exits.controller';
import type { ExitPath } from './exit-paths';
import { KeepingLogger } from '../../../support/keeping-logger';

type Hook = (request: object, response: object, done: (error?: Error) => void) => unknown;

interface HookSlot {
  onRequestHook?: Hook;
  setOnRequestHook(hook: Hook): void;
}

@Module({
  imports: [ErrorsModule.forRoot({ log: { level: () => 'warn' } }), MiddlewareModule],
  controllers: [ExitsController],
})
class ExitsModule {}

const proceed: Hook = (_request, _response, done) => done();
const fail: Hook = (_request, _response, done) => done(new Error('secret'));

const PREPARE: Readonly<Record<NonNullable<ExitPath['app']>, (app: INestApplication) => void>> = {
  hasty(app) {
    const server = app.getHttpServer() as Server & { connectionsCheckingInterval: number };
    server.headersTimeout = 40;
    server.requestTimeout = 60;
    server.connectionsCheckingInterval = 20;
  },
  'foreign hook': (app) => slotOf(app).setOnRequestHook(proceed),
  'assigned hook': (app) => void (slotOf(app).onRequestHook = proceed),
  'failing hook': (app) => slotOf(app).setOnRequestHook(fail),
};

const slotOf = (app: INestApplication) => app.getHttpAdapter() as unknown as HookSlot;

let running: INestApplication | undefined;
afterEach(() => running?.close());

/** One application with every exit path. */
export async function start(create: CreateAdapter, { app: kind }: Pick<ExitPath, 'app'>) {
  const logger = new KeepingLogger();
  const app = await NestFactory.create(ExitsModule, create(), { logger, abortOnError: false });
  running = app;
  app.setGlobalPrefix('api');
  app.enableCors();
  app.use('/used', () => {
    throw new Error('secret');
  });
  if (kind !== undefined) PREPARE[kind](app);
  await app.listen(0, '127.0.0.1');
  return { app, logger };
}
