import { once } from 'node:events';
import type { Server } from 'node:http';
import { Duplex } from 'node:stream';
import type { INestApplication } from '@nestjs/common';
import { Body, Controller, Get, Post } from '@nestjs/common';
import { ErrorsModule } from 'nestjs-errors';
import { describe, expect, it } from 'vitest';
import { flatBody, nestedBody } from '../../support/bodies';
import {
  type CreateAdapter,
  PLATFORMS,
  startApp,
  type TestAppParts,
} from '../../support/platforms';
import { portOf } from '../late/port-of';
import { type Conversation, talk } from '../late/wire';
import { CHUNKED, INVALID, LINE_UNKNOWN, REFUSED } from './refused';

@Controller('cats')
class CatsController {
  @Get() list() {
    return [];
  }

  @Post() create(@Body() body: unknown) {
    return body;
  }
}

/** Node looks for requests that take too long every so often; before it listens, that can be set. */
function hurry(app: INestApplication): void {
  const server = app.getHttpServer() as Server & { connectionsCheckingInterval: number };
  server.headersTimeout = 40;
  server.requestTimeout = 60;
  server.connectionsCheckingInterval = 20;
}

async function send(create: CreateAdapter, text: string, parts: TestAppParts = {}) {
  const started = await startApp(create, { controllers: [CatsController], ...parts });
  const { app, logger } = started;
  const conversation = await talk(portOf(app), text);
  // One more answer, so that what the failure leaves behind has come to pass; but not in a hurry.
  if (parts.configure !== hurry) await started.send('/cats');
  return { ...conversation, lines: logger.failures.map(({ message }) => message) };
}

function traceIdOf({ answers }: Conversation): string | undefined {
  return answers[0]?.headers['x-trace-id'];
}

describe.each(PLATFORMS)('What Node’s parser refuses on %s', (_name, create) => {
  it.each(REFUSED)('has the contract: %s', async (_what, text, refusal, line) => {
    const { status, code, message } = refusal;
    const isTimed = code === 'REQUEST_TIMEOUT';
    const { answers, lines } = await send(create, text, isTimed ? { configure: hurry } : {});

    expect(answers).toHaveLength(1);
    const [answer] = answers;
    expect(answer).toMatchObject({ status, isWhole: true });
    expect(answer?.headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'content-length': String(answer?.body.length),
      'cache-control': 'no-store',
      connection: 'close',
    });
    const body = JSON.parse(answer?.body ?? '') as unknown;
    expect(body).toEqual(nestedBody({ code, message, ...line }));
    const traceId = answer?.headers['x-trace-id'];
    expect(body).toMatchObject({ error: { traceId } });
    expect(lines).toEqual([
      `${line.method} ${line.path} ${status} ${code}: ${message} traceId=${traceId}`,
    ]);
  });

  it('has the contract of its path, where the path is known', async () => {
    const { answers } = await send(create, 'GET /old/cats HTTP/1.1\r\nHost x\r\n\r\n', {
      imports: [ErrorsModule.forFeature({ path: '/old', format: 'flat' })],
    });
    expect(JSON.parse(answers[0]?.body ?? '')).toEqual(
      flatBody({
        status: 400,
        error: 'Bad Request',
        message: 'The request is invalid',
        path: '/old/cats',
      }),
    );
  });

  it('is answered after the requests before it on the connection', async () => {
    const first = 'GET /cats HTTP/1.1\r\nHost: x\r\n\r\n';
    const conversation = await send(create, `${first}${first}GARBAGE\r\n\r\n`);

    expect(conversation.answers.map(({ status }) => status)).toEqual([200, 200, 400]);
    const { code, message } = INVALID;
    expect(JSON.parse(conversation.answers[2]?.body ?? '')).toEqual(
      nestedBody({ code, message, ...LINE_UNKNOWN }),
    );
    expect(conversation.lines).toHaveLength(1);
  });

  it('is not every failure: others keep the connection for the next request', async () => {
    const unknown = 'GET /nothing HTTP/1.1\r\nHost: x\r\n\r\n';
    const last = 'GET /cats HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n';
    const { answers } = await send(create, `${unknown}${unknown}${last}`);
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 200]);
    expect(answers[0]?.headers).toMatchObject({
      connection: 'keep-alive',
      'content-length': String(answers[0]?.body.length),
    });
  });

  it('has it on any duplex stream that the server was given as a connection', async () => {
    const { app } = await startApp(create, { controllers: [CatsController] });
    const received: Buffer[] = [];
    const connection = new Duplex({
      read: () => undefined,
      write: (chunk: Buffer, _encoding, done) => {
        received.push(chunk);
        done();
      },
    });
    // What a server asks of every socket.
    Object.assign(connection, { setTimeout: () => connection });
    app.getHttpServer().emit('connection', connection);
    connection.push('GARBAGE\r\n\r\n');
    await once(connection, 'close');

    const [head, body = ''] = Buffer.concat(received).toString().split('\r\n\r\n');
    expect(head).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
    const { code, message } = INVALID;
    expect(JSON.parse(body)).toEqual(nestedBody({ code, message, ...LINE_UNKNOWN }));
  });

  it('needs no trace ids', async () => {
    const conversation = await send(create, `${CHUNKED}ZZ\r\n`, { options: { tracing: false } });
    expect(conversation.answers).toMatchObject([{ status: 400, isWhole: true }]);
    expect(traceIdOf(conversation)).toBeUndefined();
    expect(conversation.lines).toHaveLength(1);
  });

  it('is the application’s where it has a listener of its own', async () => {
    const { answers, lines } = await send(create, 'GARBAGE\r\n\r\n', {
      configure: (app) =>
        (app.getHttpServer() as Server).on('clientError', (_error, socket) => {
          socket.end('HTTP/1.1 418 Teapot\r\nConnection: close\r\n\r\nmine');
        }),
    });
    expect(answers).toMatchObject([{ status: 418, body: 'mine' }]);
    expect(lines).toEqual([]);
  });
});
