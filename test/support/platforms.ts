import type { INestApplication, Type } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ExpressAdapter } from '@nestjs/platform-express';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { ErrorsModule, type ErrorsModuleOptions } from 'nestjs-errors';
import { afterEach } from 'vitest';
import { canGenerate } from '../../lib/validation/compiled/generate/can-generate';
import { RecordingLogger } from './recording-logger';
import { request, type Requester } from './request';

const ADAPTERS = [
  ['Express', () => new ExpressAdapter()],
  ['Fastify', () => new FastifyAdapter()],
] as const;

/** Every end-to-end case runs on each of them, but that Fastify's router generates code itself. */
export const PLATFORMS = canGenerate() ? ADAPTERS : ADAPTERS.slice(0, 1);

export type CreateAdapter = (typeof PLATFORMS)[number][1];

export interface TestApp {
  readonly app: INestApplication;
  readonly logger: RecordingLogger;
  readonly send: Requester;
}

export interface TestAppParts {
  readonly options?: ErrorsModuleOptions;
  readonly controllers?: Type[];
  readonly imports?: NonNullable<Parameters<typeof Module>[0]['imports']>;
  readonly providers?: NonNullable<Parameters<typeof Module>[0]['providers']>;
  readonly configure?: (app: INestApplication) => void;
}

const running: INestApplication[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((app) => app.close()));
});

/** The smallest application with the library in it, listening on a free port of the loopback. */
export async function startApp(create: CreateAdapter, parts: TestAppParts = {}): Promise<TestApp> {
  const { options, controllers = [], imports = [], providers = [], configure } = parts;
  @Module({ imports: [ErrorsModule.forRoot(options), ...imports], controllers, providers })
  class TestModule {}

  const logger = new RecordingLogger();
  const app = await NestFactory.create(TestModule, create(), { logger, abortOnError: false });
  configure?.(app);
  await app.listen(0, '127.0.0.1');
  running.push(app);
  const { port } = app.getHttpServer().address() as { port: number };
  return { app, logger, send: (path, init) => request(`http://127.0.0.1:${port}${path}`, init) };
}
