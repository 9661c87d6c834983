import { connect } from 'node:net';
import { EventEmitter, once } from 'node:events';
import { Body, Controller, Get, Post, Req } from '@nestjs/common';
import type { ErrorRecord } from 'nestjs-errors';
import { describe, expect, it } from 'vitest';
import { PLATFORMS } from '../../support/platforms';
import { urlOf, useDependency } from './dependency';
import { useApp } from './shared-app';

interface NodeRequest {
  readonly raw?: NodeRequest;
  readonly socket: NodeJS.EventEmitter;
}

/** 'arrived' when the request is read or its handler waits, 'reported' when it has failed. */
const signals = new EventEmitter();

async function untilGone(request: NodeRequest): Promise<void> {
  const { socket } = request.raw ?? request;
  signals.emit('arrived');
  await new Promise((resolve) => socket.once('close', resolve));
}

@Controller()
class SlowController {
  @Get('gives-up') async giveUp(@Req() request: NodeRequest) {
    const controller = new AbortController();
    const call = fetch(urlOf('/hangs'), { signal: controller.signal });
    await Promise.all([call, untilGone(request).then(() => controller.abort())]);
  }

  @Get('watches') async watch(@Req() request: NodeRequest) {
    signals.emit('arrived');
    await once((request.raw ?? request).socket, 'close');
  }

  @Get('has-a-bug') async fail(@Req() request: NodeRequest) {
    await untilGone(request);
    throw new TypeError('a bug');
  }

  @Post('reads') read(@Body() body: unknown) {
    return body;
  }
}

describe.each(PLATFORMS)('A client that leaves, told on %s', (_name, create) => {
  useDependency();
  const { port } = useApp(create, {
    controllers: [SlowController],
    configure: (app) =>
      app.getHttpServer().on('request', ({ method }: { method: string }) => {
        if (method === 'POST') signals.emit('arrived');
      }),
    options: { onError: (record) => signals.emit('reported', record) },
  });

  async function sendAndLeave(head: string, body = ''): Promise<ErrorRecord> {
    const arrived = once(signals, 'arrived');
    const reported = once(signals, 'reported') as Promise<[ErrorRecord]>;
    const socket = connect(port(), '127.0.0.1');
    await once(socket, 'connect');
    socket.write(`${head}\r\nHost: localhost\r\nConnection: keep-alive\r\n\r\n${body}`);
    await arrived;
    socket.resetAndDestroy();
    const [record] = await reported;
    return record;
  }

  it('is a 499 where a call is given up because of it', async () => {
    const record = await sendAndLeave('GET /gives-up HTTP/1.1');

    expect(record).toMatchObject({ status: 499, code: 'CLIENT_CLOSED_REQUEST', origin: 'client' });
  });

  it('is a 499 where its body breaks off', async () => {
    const head = 'POST /reads HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: 100';

    const record = await sendAndLeave(head, '{"half":');

    expect(record).toMatchObject({ status: 499, code: 'CLIENT_CLOSED_REQUEST' });
  });

  it('is a 499 where its connection fails', async () => {
    const record = await sendAndLeave('GET /watches HTTP/1.1');

    expect(record).toMatchObject({ status: 499, cause: { code: 'ECONNRESET' } });
  });

  it('does not hide a bug', async () => {
    const record = await sendAndLeave('GET /has-a-bug HTTP/1.1');

    expect(record).toMatchObject({ status: 500, code: 'INTERNAL_ERROR' });
  });
});
