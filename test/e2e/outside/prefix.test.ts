import type { INestApplication } from '@nestjs/common';
import { Controller, Get, Post } from '@nestjs/common';
import { ErrorsModule } from 'nestjs-errors';
import { describe, expect, it } from 'vitest';
import { flatBody, nestedBody } from '../../support/bodies';
import {
  type CreateAdapter,
  PLATFORMS,
  startApp,
  type TestAppParts,
} from '../../support/platforms';
import type { RequestInit } from '../../support/request';

const UNPARSABLE = 'The request body could not be parsed';
const UNEXPECTED = 'An unexpected error occurred. Please try again later.';

type Next = (error?: unknown) => void;
interface Ended {
  statusCode: number;
  end(text: string): void;
}

@Controller('cats')
class CatsController {
  @Get() list() {
    return [];
  }

  @Post() create(): void {}
}

function configure(app: INestApplication): void {
  app.setGlobalPrefix('api');
  app.enableCors();
  app.use('/broken', (_request: unknown, _response: unknown, next: Next) => {
    next(new Error('postgres://admin:hunter2@db'));
  });
  app.use('/theirs', (_request: unknown, response: Ended) => {
    response.statusCode = 500;
    response.end('<h1>theirs</h1>');
  });
}

async function ask(
  create: CreateAdapter,
  path: string,
  init: RequestInit = {},
  parts: TestAppParts = {},
) {
  const { send, logger } = await startApp(create, {
    controllers: [CatsController],
    configure,
    ...parts,
  });
  const answer = await send(path, init);
  return { answer, lines: logger.failures.map(({ message }) => message) };
}

describe.each(PLATFORMS)('Outside the global prefix on %s', (_name, create) => {
  it.each([
    ['an unknown path', '/nothing?token=secret', {}, 404, 'ROUTE_NOT_FOUND', 'No such route'],
    ['a controller without its prefix', '/cats', {}, 404, 'ROUTE_NOT_FOUND', 'No such route'],
    ['a body for nobody', '/nothing', { body: {} }, 404, 'ROUTE_NOT_FOUND', 'No such route'],
    ['malformed JSON', '/nothing', { body: '{"a":' }, 400, 'REQUEST_MALFORMED', UNPARSABLE],
    ['middleware that fails', '/broken', {}, 500, 'INTERNAL_ERROR', UNEXPECTED],
  ])('%s has the contract', async (_what, url, init: RequestInit, status, code, message) => {
    const { answer, lines } = await ask(create, url, init);

    // Fastify does not parse a body before it has found a route.
    const isParsed = answer.status === status || code !== 'REQUEST_MALFORMED';
    const expected = isParsed
      ? { code, message }
      : { code: 'ROUTE_NOT_FOUND', message: 'No such route' };
    expect(answer.status).toBe(isParsed ? status : 404);
    const path = url.split('?')[0] ?? '';
    const method = init.body === undefined ? 'GET' : 'POST';
    expect(answer.body).toEqual(nestedBody({ ...expected, path, method }));
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const traceId = answer.headers.get('x-trace-id');
    expect(answer.body).toMatchObject({ error: { traceId } });
    expect(lines).toEqual([
      `${method} ${path} ${answer.status} ${expected.code}: ${expected.message} traceId=${traceId}`,
    ]);
  });

  it('the contract is that of the path', async () => {
    const { answer } = await ask(
      create,
      '/legacy/nothing',
      {},
      {
        imports: [ErrorsModule.forFeature({ path: '/legacy', format: 'flat' })],
      },
    );
    expect(answer.status).toBe(404);
    expect(answer.body).toEqual(
      flatBody({
        status: 404,
        error: 'Not Found',
        message: 'Resource not found',
        path: '/legacy/nothing',
      }),
    );
  });

  it('HEAD has the headers and no body', async () => {
    const { answer } = await ask(create, '/nothing', { method: 'HEAD' });
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(answer.body).toBe('');
  });

  it('a preflight is answered as ever', async () => {
    const { answer, lines } = await ask(create, '/api/cats', {
      method: 'OPTIONS',
      headers: { origin: 'https://shop.example', 'access-control-request-method': 'POST' },
    });
    expect(answer.status).toBe(204);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(lines).toEqual([]);
  });

  it('what others answer is left alone', async () => {
    const { answer, lines } = await ask(create, '/theirs');
    expect(answer).toMatchObject({ status: 500, body: '<h1>theirs</h1>' });
    expect(lines).toEqual([]);
  });

  it('what the application leaves to Nest is Nest’s', async () => {
    const { answer, lines } = await ask(
      create,
      '/nothing',
      {},
      { options: { rethrow: () => true } },
    );
    expect(answer.status).toBe(404);
    expect(answer.body).toMatchObject({ statusCode: 404, message: 'Cannot GET /nothing' });
    expect(lines).toEqual([]);
  });
});
