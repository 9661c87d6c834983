import { connect } from 'node:http2';
import { Controller, Get, Res, StreamableFile } from '@nestjs/common';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { describe, expect, it } from 'vitest';
import { nestedBody } from '../../support/bodies';
import { startApp } from '../../support/platforms';
import { portOf } from './port-of';
import { failingStream, SECRET } from './streams.controller';
import { get, talk } from './wire';

interface Reply {
  type(mediaType: string): Reply;
  send(payload: unknown): void;
}

@Controller()
class RepliesController {
  @Get('bytes') bytes(@Res() reply: Reply): void {
    reply.type('text/csv').send(failingStream(['abc']));
  }

  @Get('lines') lines(@Res() reply: Reply): void {
    reply.type('application/x-ndjson').send(failingStream(['{"a":1}\n']));
  }

  @Get('web') web(@Res() reply: Reply): void {
    const chunks = [new TextEncoder().encode('{"a":1}\n')];
    const stream = new ReadableStream({
      async pull(controller) {
        await new Promise((resolve) => setTimeout(resolve, 5));
        const chunk = chunks.pop();
        if (chunk) controller.enqueue(chunk);
        else controller.error(new Error(SECRET));
      },
    });
    reply.type('application/x-ndjson').send(stream);
  }

  @Get('early') early(@Res() reply: Reply): void {
    reply.type('text/csv').send(failingStream([]));
  }

  @Get('file') file() {
    return new StreamableFile(failingStream(['abc']));
  }
}

const start = (options = {}) =>
  startApp(() => new FastifyAdapter(options), { controllers: [RepliesController] });

const body = (path: string) =>
  nestedBody({
    code: 'INTERNAL_ERROR',
    message: 'An unexpected error occurred. Please try again later.',
    path,
  });

describe('A stream that a handler hands to Fastify', () => {
  it('is broken off where its media type has no records', async () => {
    const { app, logger } = await start();
    const { answers } = await talk(portOf(app), get('/bytes'));
    expect(answers).toMatchObject([{ status: 200, body: 'abc', isWhole: false }]);
    expect(logger.failures).toHaveLength(1);
  });

  it.each(['/lines', '/web'])('ends with a last record: %s', async (path) => {
    const { app, logger } = await start();
    const { answers } = await talk(portOf(app), get(path));
    const [first = '', last = '', ...rest] = answers[0]?.body.split('\n') ?? [];
    expect(first).toBe('{"a":1}');
    expect(JSON.parse(last)).toEqual(body(path));
    expect(rest).toEqual(['']);
    expect(logger.failures).toHaveLength(1);
  });

  it('is a plain answer before its first byte', async () => {
    const { app, logger } = await start();
    const { answers } = await talk(portOf(app), get('/early'));
    expect(answers[0]?.status).toBe(500);
    expect(JSON.parse(answers[0]?.body ?? '')).toEqual(body('/early'));
    expect(logger.failures).toHaveLength(1);
  });

  it('is seen on injected requests, too', async () => {
    const { app, logger } = await start();
    const adapter = app.getHttpAdapter() as unknown as FastifyAdapter;
    const answer = await adapter.inject({ url: '/early' });
    expect(answer.json()).toEqual(body('/early'));
    expect(logger.failures).toHaveLength(1);
  });

  it.each(['/bytes', '/file'])('is reset over HTTP/2, not ended: %s', async (path) => {
    const { app, logger } = await start({ http2: true });
    const session = connect(await app.getUrl());
    const stream = session.request({ ':path': path });
    const end = await new Promise((resolve) => {
      stream.on('end', () => resolve('end')).on('error', (error) => resolve(error.message));
      stream.resume();
    });
    session.destroy();
    expect(end).toBe('Stream closed with error code NGHTTP2_INTERNAL_ERROR');
    expect(logger.failures).toHaveLength(1);
  });
});
