import { Readable } from 'node:stream';
import {
  type CanActivate,
  Controller,
  ForbiddenException,
  Get,
  Header,
  HttpCode,
  Injectable,
  type MessageEvent,
  Redirect,
  Sse,
  StreamableFile,
  UseGuards,
} from '@nestjs/common';
import { interval, type Observable, map, take, throwError } from 'rxjs';
import { describe, expect, it, vi } from 'vitest';
import { PLATFORMS, startApp } from '../../support/platforms';

@Injectable()
class RefusingGuard implements CanActivate {
  canActivate(): boolean {
    throw new ForbiddenException();
  }
}

@Controller()
class WaysOutController {
  @Get('whole')
  whole() {
    return { is: 'whole' };
  }

  @Get('refused')
  @UseGuards(RefusingGuard)
  refused() {}

  @Get('thrown')
  thrown() {
    throw new Error('no database');
  }

  @Get('empty')
  @HttpCode(204)
  empty() {}

  @Get('moved')
  @Redirect('/whole', 302)
  moved() {}

  @Get('unchanged')
  @HttpCode(304)
  unchanged() {}

  @Get('stream')
  @Header('Content-Type', 'text/plain')
  stream() {
    return new StreamableFile(Readable.from([Buffer.from('a'), Buffer.from('b')]));
  }

  @Get('broken-stream')
  brokenStream() {
    const broken = new Readable({
      read() {
        this.destroy(new Error('disk failure'));
      },
    });
    return new StreamableFile(broken);
  }

  @Sse('events')
  events(): Observable<MessageEvent> {
    return interval(1).pipe(
      take(2),
      map((data) => ({ data: String(data) })),
    );
  }

  @Sse('endless')
  endless(): Observable<MessageEvent> {
    return interval(5).pipe(map((data) => ({ data: String(data) })));
  }

  @Sse('broken-events')
  brokenEvents(): Observable<MessageEvent> {
    return throwError(() => new Error('no broker'));
  }
}

const throttling = {
  policies: [
    { name: 'open', algorithm: 'concurrency' as const, limit: 1, scope: 'global' as const },
  ],
};

describe.each(PLATFORMS)('A place in flight on %s comes back when', (_name, create) => {
  async function start() {
    const { send, app } = await startApp(create, {
      options: { throttling },
      controllers: [WaysOutController],
      providers: [RefusingGuard],
    });
    const { port } = app.getHttpServer().address() as { port: number };
    return { send, origin: `http://127.0.0.1:${port}` };
  }

  /** The answer may reach the client before the server has seen it end. */
  async function isFree(send: Awaited<ReturnType<typeof start>>['send']) {
    await vi.waitFor(async () => {
      expect((await send('/whole')).status).toBe(200);
    });
  }

  it.each([
    ['whole', 'GET', 200],
    ['whole', 'HEAD', 200],
    ['refused', 'GET', 403],
    ['thrown', 'GET', 500],
    ['empty', 'GET', 204],
    ['moved', 'GET', 302],
    ['unchanged', 'GET', 304],
    ['stream', 'GET', 200],
    ['events', 'GET', 200],
  ])('/%s has been answered to %s with %d', async (path, method, status) => {
    const { send, origin } = await start();
    const answer = await fetch(`${origin}/${path}`, { method, redirect: 'manual' });
    await answer.text();
    expect(answer.status).toBe(status);
    await isFree(send);
  });

  it.each(['broken-stream', 'broken-events'])('/%s has broken off', async (path) => {
    const { send, origin } = await start();
    await fetch(`${origin}/${path}`)
      .then(async (answer) => answer.text())
      .catch(() => 'broken off');
    await isFree(send);
  });

  it('a client leaves an endless stream, and not before', async () => {
    const { send, origin } = await start();
    const leaving = new AbortController();
    const answer = await fetch(`${origin}/endless`, { signal: leaving.signal });
    const reader = answer.body?.getReader();
    await reader?.read();
    expect((await send('/whole')).status).toBe(429);
    leaving.abort();
    await isFree(send);
  });
});
