import { once } from 'node:events';
import { Controller, Get, Post, Req } from '@nestjs/common';
import { describe, expect, it } from 'vitest';
import { PLATFORMS } from '../../support/platforms';
import { urlOf, useDependency } from './dependency';
import { file, FORM } from './form-body';
import { LeavingClient } from './leaving-client';
import { useApp } from './shared-app';
import { UPLOAD_STACKS } from './upload-stacks';

interface NodeRequest {
  readonly raw?: NodeRequest;
  readonly socket: NodeJS.EventEmitter;
}

const socketOf = (request: NodeRequest) => (request.raw ?? request).socket;
const untilGone = (request: NodeRequest) =>
  new Promise((resolve) => socketOf(request).once('close', resolve));

const waiting = new LeavingClient();
const reading = new LeavingClient();

@Controller()
class SlowController {
  @Get('gives-up') async giveUp(@Req() request: NodeRequest) {
    const controller = new AbortController();
    const call = fetch(urlOf('/hangs'), { signal: controller.signal });
    waiting.arrive();
    await Promise.all([call, untilGone(request).then(() => controller.abort())]);
  }

  @Get('watches') async watch(@Req() request: NodeRequest) {
    waiting.arrive();
    await once(socketOf(request), 'close');
  }

  @Get('has-a-bug') async fail(@Req() request: NodeRequest) {
    waiting.arrive();
    await untilGone(request);
    throw new TypeError('a bug');
  }

  @Post('reads') read() {}
}

const CLOSED = { status: 499, code: 'CLIENT_CLOSED_REQUEST', origin: 'client' };

describe.each(PLATFORMS)('A client that leaves while %s works for it', (_name, create) => {
  useDependency();
  const { port } = useApp(create, {
    controllers: [SlowController],
    options: { onError: waiting.report },
  });

  it('is a 499 where a call is given up because of it', async () => {
    expect(await waiting.send(port(), ['GET /gives-up HTTP/1.1'])).toMatchObject(CLOSED);
  });

  it('is a 499 where its connection fails', async () => {
    const record = await waiting.send(port(), ['GET /watches HTTP/1.1']);

    expect(record).toMatchObject({ ...CLOSED, cause: { code: 'ECONNRESET' } });
  });

  it('does not hide a bug', async () => {
    const record = await waiting.send(port(), ['GET /has-a-bug HTTP/1.1']);

    expect(record).toMatchObject({ status: 500, code: 'INTERNAL_ERROR' });
  });
});

const head = (path: string, type: string) => [
  `POST ${path} HTTP/1.1`,
  `Content-Type: ${type}`,
  'Content-Length: 1000',
];

describe.each(PLATFORMS)('A client that leaves while %s reads its body', (_name, create) => {
  const { port } = useApp(create, {
    controllers: [SlowController],
    options: { onError: reading.report },
    configure: reading.leaveAtOnce,
  });

  it('is a 499', async () => {
    const record = await reading.send(port(), head('/reads', 'application/json'), '{"half":');

    expect(record).toMatchObject(CLOSED);
  });
});

describe.each(UPLOAD_STACKS)('A client that leaves amid its upload, with $name', (stack) => {
  const { controller, create, configure } = stack;
  const { port } = useApp(create, {
    controllers: [controller],
    options: { onError: reading.report },
    configure: async (app) => {
      await configure?.(app);
      reading.leaveAtOnce(app);
    },
  });

  it('is a 499', async () => {
    const record = await reading.send(port(), head('/avatar', FORM), file('avatar').slice(0, -4));

    expect(record).toMatchObject(CLOSED);
  });
});
