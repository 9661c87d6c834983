import { request as nodeRequest } from 'node:http';
import { Body, Controller, Delete, Get, Param, Post } from '@nestjs/common';
import { describe, expect, it } from 'vitest';
import { nestedBody } from '../../support/bodies';
import { PLATFORMS, startApp } from '../../support/platforms';

@Controller('cats')
class CatsController {
  @Get() list() {
    return [];
  }

  @Post() create(@Body() body: unknown) {
    return body;
  }

  @Delete(':id') remove(@Param('id') id: string) {
    return { id };
  }
}

const controllers = [CatsController];

describe.each(PLATFORMS)('Requests that reach no handler on %s', (_name, create) => {
  it('answers an unknown route with ROUTE_NOT_FOUND and does not echo the query', async () => {
    const { send } = await startApp(create, { controllers });

    const answer = await send('/dogs?token=secret');

    expect(answer.status).toBe(404);
    expect(answer.body).toEqual(
      nestedBody({ code: 'ROUTE_NOT_FOUND', message: 'No such route', path: '/dogs' }),
    );
  });

  it.each([
    ['PUT', '/cats', 'GET, HEAD, POST'],
    ['PATCH', '/cats/7', 'DELETE'],
  ])('answers %s %s with 405 and Allow', async (method, path, allow) => {
    const { send } = await startApp(create, { controllers });

    const answer = await send(path, { method });

    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe(allow);
    expect(answer.body).toEqual(
      nestedBody({
        code: 'METHOD_NOT_ALLOWED',
        message: 'The method is not allowed for this resource',
        path,
        method,
      }),
    );
  });

  it('keeps an unknown route a 404 where CORS takes OPTIONS on every path', async () => {
    const { send } = await startApp(create, { controllers, configure: (app) => app.enableCors() });

    expect((await send('/dogs', { method: 'PUT' })).status).toBe(404);
    expect((await send('/cats', { method: 'PUT' })).status).toBe(405);
  });

  it('answers malformed JSON with REQUEST_MALFORMED and quotes none of it', async () => {
    const { send } = await startApp(create, { controllers });

    const answer = await send('/cats', { body: '{"password": "hunter2",' });

    expect(answer.status).toBe(400);
    expect(answer.body).toEqual(
      nestedBody({
        code: 'REQUEST_MALFORMED',
        message: 'The request body could not be parsed',
        path: '/cats',
        method: 'POST',
      }),
    );
  });

  it('answers a body that is too large with 413', async () => {
    const { send } = await startApp(create, { controllers });

    const answer = await send('/cats', { body: { text: 'x'.repeat(2_000_000) } });

    expect(answer.status).toBe(413);
    expect(answer.body).toEqual(
      nestedBody({
        code: 'PAYLOAD_TOO_LARGE',
        message: 'The request body is too large',
        path: '/cats',
        method: 'POST',
      }),
    );
  });

  it('answers a charset nobody reads with 4xx and the contract', async () => {
    const { send } = await startApp(create, { controllers });

    const answer = await send('/cats', {
      body: '{}',
      headers: { 'content-type': 'application/json; charset=klingon' },
    });

    // Fastify ignores the charset of JSON, which RFC 8259 says is always UTF-8.
    if (answer.status === 201) return;
    expect(answer.status).toBe(415);
    expect(answer.body).toEqual(
      nestedBody({
        code: 'UNSUPPORTED_MEDIA_TYPE',
        message: 'The media type of the request is not supported',
        path: '/cats',
        method: 'POST',
      }),
    );
  });

  it('answers an error of middleware, before and after Nest installs its own', async () => {
    const { send } = await startApp(create, {
      controllers,
      configure: (app) =>
        app.use((_request: unknown, _response: unknown, next: (error?: unknown) => void) => {
          next(new Error('secret'));
        }),
    });

    const answer = await send('/cats');

    expect(answer.status).toBe(500);
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(answer.body).toEqual(
      nestedBody({
        code: 'INTERNAL_ERROR',
        message: 'An unexpected error occurred. Please try again later.',
        path: '/cats',
      }),
    );
  });

  it('puts the trace id of the body into the header', async () => {
    const { send } = await startApp(create, { controllers });

    for (const [path, init] of [
      ['/dogs', {}],
      ['/cats', { method: 'PUT' }],
      ['/cats', { body: '{' }],
    ] as const) {
      const answer = await send(path, init);
      const { traceId } = (answer.body as { error: { traceId: string } }).error;
      expect(answer.headers.get('x-trace-id')).toBe(traceId);
    }
  });

  it('answers an absolute request target by its path', async () => {
    const { app } = await startApp(create, { controllers });
    const { port } = app.getHttpServer().address() as { port: number };

    const body = await new Promise<string>((resolve, reject) => {
      const options = { host: '127.0.0.1', port, path: `http://127.0.0.1:${port}/dogs?x=1` };
      nodeRequest(options, (response) => {
        let text = '';
        response.on('data', (chunk: Buffer) => (text += chunk.toString()));
        response.on('end', () => resolve(text));
      })
        .on('error', reject)
        .end();
    });

    expect(JSON.parse(body)).toMatchObject({ error: { code: 'ROUTE_NOT_FOUND', path: '/dogs' } });
  });
});
