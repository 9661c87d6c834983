import type { ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ExpressAdapter } from '@nestjs/platform-express';
import express from 'express';
import { ErrorsModule } from 'nestjs-errors';
import { describe, expect, it } from 'vitest';
import { nestedBody } from '../../support/bodies';
import { startApp } from '../../support/platforms';
import { request } from '../../support/request';
import { NEST_MAJOR } from '../../support/nest-major';

@Controller('cats')
class CatsController {
  @Get() list() {
    return [];
  }
}

const controllers = [CatsController];

// Nest 11 answers every path that it does not know, Nest 12 those within the prefix.
describe.each(NEST_MAJOR < 12 ? [] : ['Express'])('Routes of %s itself', () => {
  it('know a wrong method, also of routes that came after all others', async () => {
    const server = express();
    const { send } = await startApp(() => new ExpressAdapter(server), {
      controllers,
      configure: (app) => app.setGlobalPrefix('api'),
    });
    server.get('/metrics', (_request, response) => void response.send('up 1'));

    expect((await send('/metrics')).body).toBe('up 1');
    const answer = await send('/metrics', { method: 'DELETE' });
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe('GET, HEAD');
    expect(answer.body).toEqual(
      nestedBody({
        code: 'METHOD_NOT_ALLOWED',
        message: 'The method is not allowed for this resource',
        path: '/metrics',
        method: 'DELETE',
      }),
    );
  });

  it('are not unknown where middleware answers and hands on all the same', async () => {
    const server = express();
    const { send, logger } = await startApp(() => new ExpressAdapter(server), {
      configure: (app) => app.setGlobalPrefix('api'),
    });
    server.use('/twice', (_request, response, next) => {
      response.write('on');
      next();
      response.end('ce');
    });

    expect(await send('/twice')).toMatchObject({ status: 200, body: 'once' });
    expect(logger.failures).toEqual([]);
  });

  it('have the last word where the application is mounted in another', async () => {
    @Module({ imports: [ErrorsModule.forRoot()], controllers })
    class TestModule {}
    const inner = express();
    const app = await NestFactory.create(TestModule, new ExpressAdapter(inner), { logger: false });
    await app.setGlobalPrefix('api').init();
    const outer = express();
    outer.use(inner);
    outer.use((_request, response: ServerResponse) => void response.writeHead(404).end('outer'));
    const server = createServer(outer).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as { port: number };

    expect(await request(`http://127.0.0.1:${port}/nothing`)).toMatchObject({
      status: 404,
      body: 'outer',
    });
    server.close();
    await app.close();
  });
});

it('runs on a version of Nest that it knows', () => {
  expect([11, 12]).toContain(NEST_MAJOR);
});
