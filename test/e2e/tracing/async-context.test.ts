import { setImmediate as turn } from 'node:timers/promises';
import { Agent, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Body, Controller, Get, Injectable, Post, Query } from '@nestjs/common';
import { currentTraceId, TraceId } from 'nestjs-errors';
import { describe, expect, it } from 'vitest';
import { PLATFORMS, startApp, type TestApp } from '../../support/platforms';

@Injectable()
class DeepService {
  async read(turns: number): Promise<string | undefined> {
    for (let taken = 0; taken < turns; taken++) await turn();
    return new Promise((resolve) => {
      process.nextTick(() => queueMicrotask(() => resolve(currentTraceId())));
    });
  }
}

@Controller()
class ContextController {
  constructor(private readonly service: DeepService) {}

  @Get() async get(@TraceId() given: string, @Query('turns') turns = '3') {
    return { given, before: currentTraceId(), deep: await this.service.read(Number(turns)) };
  }

  @Post() async post(@TraceId() given: string, @Body() { turns }: { turns: number }) {
    return { given, before: currentTraceId(), deep: await this.service.read(turns) };
  }
}

const parts = { controllers: [ContextController], providers: [DeepService] };

interface Ids {
  readonly given: string;
  readonly before: string;
  readonly deep: string;
}

/** Sends a body in two packets over a connection that others share, one after the other. */
function exchange({ app }: TestApp, agent: Agent, body?: string): Promise<[string, Ids]> {
  const { port } = app.getHttpServer().address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const headers = body === undefined ? {} : { 'content-type': 'application/json' };
    const method = body === undefined ? 'GET' : 'POST';
    const path = `/?turns=${Math.floor(Math.random() * 5)}`;
    const sent = request({ host: '127.0.0.1', port, agent, method, path, headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      answer.on('end', () => {
        resolve([answer.headers['x-trace-id'] as string, JSON.parse(text) as Ids]);
      });
    });
    sent.on('error', reject);
    if (body === undefined) {
      sent.end();
    } else {
      sent.write(body.slice(0, 3));
      setImmediate(() => sent.end(body.slice(3)));
    }
  });
}

describe.each(PLATFORMS)('currentTraceId() on %s', (_name, create) => {
  it('is the request’s own, however deep, with and without a body', async () => {
    const { send } = await startApp(create, parts);
    for (const init of [{}, { body: { turns: 3 } }]) {
      const { headers, body } = await send('/', init);
      const id = headers.get('x-trace-id');
      expect(body).toEqual({ given: id, before: id, deep: id });
    }
  });

  it('is never another request’s over shared connections', async () => {
    const started = await startApp(create, parts);
    const agent = new Agent({ keepAlive: true, maxSockets: 8 });
    const exchanges = Array.from({ length: 300 }, (_, index) =>
      exchange(started, agent, index % 3 === 0 ? `{"turns":${index % 5}}` : undefined),
    );
    const answers = await Promise.all(exchanges);
    agent.destroy();
    for (const [id, ids] of answers) expect(ids).toEqual({ given: id, before: id, deep: id });
    expect(new Set(answers.map(([id]) => id)).size).toBe(300);
  });

  it('is undefined outside of requests', async () => {
    const { send } = await startApp(create, parts);
    await send('/');
    expect(currentTraceId()).toBeUndefined();
  });

  it('is undefined without an async context, where @TraceId() still works', async () => {
    const options = { tracing: { asyncContext: false } };
    const { send } = await startApp(create, { ...parts, options });
    const { headers, body } = await send('/');
    expect(body).toEqual({ given: headers.get('x-trace-id') });
  });
});
