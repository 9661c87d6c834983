import { connect } from 'node:http2';
import { Controller, Get } from '@nestjs/common';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { currentTraceId, TraceId } from 'nestjs-errors';
import { describe, expect, it } from 'vitest';
import { startApp } from '../../support/platforms';

@Controller()
class TraceController {
  @Get() get(@TraceId() given: string) {
    return { given, current: currentTraceId() };
  }
}

const controllers = [TraceController];

describe('Fastify', () => {
  it.each(['/', '/nothing'])('has the trace id on %s over HTTP/2', async (path) => {
    const { app } = await startApp(() => new FastifyAdapter({ http2: true } as object), {
      controllers,
    });
    const session = connect(await app.getUrl());
    const stream = session.request({ ':path': path });
    const headers = await new Promise<Record<string, unknown>>((resolve, reject) => {
      stream.on('response', resolve).on('error', reject).resume();
    });
    session.destroy();
    expect(headers['x-trace-id']).toMatch(/^[\da-f]{32}$/);
  });

  it('has the trace id on injected requests', async () => {
    const { app } = await startApp(() => new FastifyAdapter(), { controllers });
    const fastify = app.getHttpAdapter() as unknown as FastifyAdapter;
    const { headers, body } = await fastify.inject({ url: '/' });
    expect(JSON.parse(body)).toEqual({
      given: headers['x-trace-id'],
      current: headers['x-trace-id'],
    });
  });
});
