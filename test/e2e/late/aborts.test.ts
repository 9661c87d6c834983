import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { PassThrough } from 'node:stream';
import { Controller, Get, Req, Sse, StreamableFile } from '@nestjs/common';
import type { ErrorRecord } from 'nestjs-errors';
import { Observable } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { type CreateAdapter, PLATFORMS, startApp } from '../../support/platforms';
import { portOf } from './port-of';
import { get } from './wire';

interface AnyRequest {
  readonly raw?: IncomingMessage;
}

const socketOf = (request: AnyRequest) =>
  (request.raw ?? (request as unknown as IncomingMessage)).socket;

/** What the handlers leave behind when their client has left. */
class Traces {
  events = new PassThrough();
  file = new PassThrough();
  isUnsubscribed = false;
}

const traces = new Traces();

@Controller()
class PatientController {
  @Get('fails') async fails(@Req() request: AnyRequest): Promise<never> {
    await once(socketOf(request), 'close');
    throw new Error('The job failed as well');
  }

  @Get('aborts') async aborts(@Req() request: AnyRequest): Promise<never> {
    await once(socketOf(request), 'close');
    throw Object.assign(new Error('This operation was aborted'), { name: 'AbortError' });
  }

  @Get('lines') lines() {
    traces.file.write('{"a":1}\n');
    return new StreamableFile(traces.file, { type: 'application/x-ndjson' });
  }

  @Sse('events') events() {
    return new Observable((subscriber) => {
      subscriber.next({ data: 'a' });
      return () => {
        traces.isUnsubscribed = true;
        traces.events.end();
      };
    });
  }
}

async function start(create: CreateAdapter) {
  const reported: ErrorRecord[] = [];
  let tell: (record: ErrorRecord) => void = () => {};
  const record = new Promise<ErrorRecord>((resolve) => (tell = resolve));
  const onError = (failure: ErrorRecord): void => {
    reported.push(failure);
    tell(failure);
  };
  const started = await startApp(create, {
    controllers: [PatientController],
    options: { onError },
  });
  return { ...started, record, reported };
}

/** Asks, and leaves: at once, or as soon as something has come. */
async function leave(port: number, path: string, when: 'at once' | 'after the start') {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  await new Promise((resolve) => socket.write(get(path), resolve));
  if (when === 'after the start') await once(socket, 'data');
  socket.destroy();
}

describe.each(PLATFORMS)('A client that leaves on %s', (_name, create) => {
  it('is no reason to hide a failure of the server, but nothing is written', async () => {
    const { app, record, logger } = await start(create);
    await leave(portOf(app), '/fails', 'at once');
    expect(await record).toMatchObject({ status: 500, code: 'INTERNAL_ERROR' });
    expect(logger.failures).toMatchObject([{ level: 'error' }]);
  });

  it('is no news where the failure comes of it', async () => {
    const { app, record, logger } = await start(create);
    await leave(portOf(app), '/aborts', 'at once');
    expect(await record).toMatchObject({ status: 499, code: 'CLIENT_CLOSED_REQUEST' });
    expect(logger.failures).toMatchObject([{ level: 'debug' }]);
  });

  it('ends the stream that it was sent', async () => {
    const { app, reported } = await start(create);
    traces.file = new PassThrough();
    const closed = once(traces.file, 'close');
    await leave(portOf(app), '/lines', 'after the start');
    await closed;
    expect(traces.file.destroyed).toBe(true);
    expect(reported).toEqual([]);
  });

  it('ends the events that it was sent', async () => {
    const { app, reported } = await start(create);
    Object.assign(traces, { events: new PassThrough(), isUnsubscribed: false });
    const ended = once(traces.events.resume(), 'end');
    await leave(portOf(app), '/events', 'after the start');
    await ended;
    expect(traces.isUnsubscribed).toBe(true);
    expect(reported).toEqual([]);
  });
});
