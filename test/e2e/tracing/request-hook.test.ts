import { Controller, Get, Module } from '@nestjs/common';
import { AbstractHttpAdapter } from '@nestjs/core';
import { ExpressAdapter } from '@nestjs/platform-express';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { currentTraceId, ErrorsModule, TraceId, TraceIdInterceptor } from 'nestjs-errors';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type CreateAdapter, PLATFORMS, startApp } from '../../support/platforms';
import { request } from '../../support/request';

@Controller()
class HookController {
  @Get() get(@TraceId() given: string) {
    return { given, current: currentTraceId() };
  }
}

const controllers = [HookController];

type Hook = (request: object, response: object, done: () => void) => unknown;

interface HookSlot {
  onRequestHook?: Hook;
  setOnRequestHook(hook: Hook): void;
}

afterEach(() => vi.restoreAllMocks());

describe.each(PLATFORMS)('The request hook on %s', (_name, create) => {
  /** A hook of somebody else, which notes the trace that it runs in. */
  function foreignHook() {
    const seen: (string | undefined)[] = [];
    const hook: Hook = (_request, _response, done) => {
      seen.push(currentTraceId());
      done();
    };
    return { hook, seen };
  }

  async function expectTrace(send: (path: string) => Promise<{ headers: Headers; body: unknown }>) {
    const { headers, body } = await send('/');
    const id = headers.get('x-trace-id');
    expect(id).toMatch(/^[\da-f]{32}$/);
    expect(body).toEqual({ given: id, current: id });
    return id;
  }

  it('runs a hook that was set before it, inside the trace', async () => {
    const { hook, seen } = foreignHook();
    const adapter = create();
    (adapter as unknown as HookSlot).setOnRequestHook(hook);
    const { send } = await startApp((() => adapter) as CreateAdapter, { controllers });
    expect(seen).toEqual([await expectTrace(send)]);
  });

  it('survives a hook that is set after it, and says so', async () => {
    const { hook, seen } = foreignHook();
    const { app, send, logger } = await startApp(create, { controllers });
    expect(logger.failures).toEqual([]);
    (app.getHttpAdapter() as unknown as HookSlot).setOnRequestHook(hook);
    expect(logger.failures).toMatchObject([
      { level: 'warn', message: expect.stringContaining("set Nest's request hook") as string },
    ]);
    expect(seen).toEqual([await expectTrace(send)]);
  });

  it('survives a later hook that calls its predecessor', async () => {
    const { hook, seen } = foreignHook();
    const { app, send } = await startApp(create, { controllers });
    const slot = app.getHttpAdapter() as unknown as HookSlot;
    const { onRequestHook } = slot;
    slot.setOnRequestHook((req, res, done) =>
      onRequestHook?.call(slot, req, res, () => hook(req, res, done)),
    );
    expect(seen).toEqual([await expectTrace(send)]);
  });

  it('leaves the failure of a foreign hook to the platform, with the trace id on it', async () => {
    const { app, send } = await startApp(create, { controllers });
    const slot = app.getHttpAdapter() as unknown as HookSlot;
    slot.setOnRequestHook((_req, _res, done: (error?: Error) => void) => done(new Error('secret')));
    const { status, headers, body } = await send('/');
    expect(status).toBe(500);
    expect(body).toMatchObject({ error: { traceId: headers.get('x-trace-id') } });
  });

  it('works in a testing module, whose adapter comes last', async () => {
    @Module({ imports: [ErrorsModule.forRoot()], controllers })
    class AppModule {}
    const testing = await Test.createTestingModule({ imports: [AppModule] }).compile();
    const app = testing.createNestApplication(create());
    await app.listen(0, '127.0.0.1');
    const url = await app.getUrl();
    await expectTrace((path) => request(url + path));
    await app.close();
  });

  it('leaves nothing to do for an interceptor', async () => {
    const intercept = vi.spyOn(TraceIdInterceptor.prototype, 'intercept');
    const { send } = await startApp(create, { controllers });
    await expectTrace(send);
    expect(intercept).not.toHaveBeenCalled();
  });
});

describe('An application that is mounted in another one', () => {
  it('has the trace of the outer one, and runs its own later hook', async () => {
    const inner = await startApp(() => new ExpressAdapter(), { controllers });
    const seen: (string | undefined)[] = [];
    (inner.app.getHttpAdapter() as unknown as HookSlot).setOnRequestHook((_req, _res, done) => {
      seen.push(currentTraceId());
      done();
    });
    const { send } = await startApp(() => new ExpressAdapter(), {
      configure: (app) => app.use('/inner', inner.app.getHttpAdapter().getInstance()),
    });
    const { headers, body } = await send('/inner');
    const id = headers.get('x-trace-id');
    expect(body).toEqual({ given: id, current: id });
    expect(seen).toEqual([id]);
  });
});

/** What an adapter inherits that has no request hook. */
const noHook = Reflect.get(AbstractHttpAdapter.prototype, 'setOnRequestHook') as () => void;

describe('An adapter that takes no request hook', () => {
  class HooklessExpress extends ExpressAdapter {
    override setOnRequestHook = noHook;
  }
  class HooklessFastify extends FastifyAdapter {
    override setOnRequestHook = noHook;
  }

  const hookless = {
    Express: () => new HooklessExpress(),
    Fastify: () => new HooklessFastify(),
  };

  it.each(PLATFORMS)(
    'has its traces from the interceptor and the filter, built on %s',
    async (platform) => {
      const { send } = await startApp(hookless[platform], { controllers });
      const { headers, body } = await send('/');
      const id = headers.get('x-trace-id');
      expect(body).toEqual({ given: id, current: id });
      expect(id).toMatch(/^[\da-f]{32}$/);

      const missing = await send('/nothing');
      expect(missing.body).toMatchObject({ error: { traceId: missing.headers.get('x-trace-id') } });
    },
  );
});
