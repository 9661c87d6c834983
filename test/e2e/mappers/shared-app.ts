import { type INestApplication, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ErrorsModule, type ErrorsModuleOptions } from 'nestjs-errors';
import { afterAll, beforeAll } from 'vitest';
import type { CreateAdapter } from '../../support/platforms';
import { request, type Requester } from '../../support/request';

export interface SharedApp {
  readonly send: Requester;
  /** The port it listens on. */
  readonly port: () => number;
}

export interface SharedAppParts {
  readonly controllers: readonly Type[];
  readonly options?: ErrorsModuleOptions;
  readonly configure?: (app: INestApplication) => unknown;
}

/** One application for all tests of a block: a table of failures has many rows. */
export function useApp(create: CreateAdapter, parts: SharedAppParts): SharedApp {
  const { controllers, options, configure } = parts;
  let app: INestApplication;
  let port = 0;

  beforeAll(async () => {
    const errors = ErrorsModule.forRoot({ log: false, ...options });
    @Module({ imports: [errors], controllers: [...controllers] })
    class TestModule {}

    app = await NestFactory.create(TestModule, create(), { logger: false, abortOnError: false });
    await configure?.(app);
    await app.listen(0, '127.0.0.1');
    ({ port } = app.getHttpServer().address() as { port: number });
  });
  afterAll(() => app.close());

  const send: Requester = (path, init) => request(`http://127.0.0.1:${port}${path}`, init);
  return { send, port: () => port };
}
