import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { Controller, Get, NotFoundException } from '@nestjs/common';
import { type ReportedFailure, StandardErrors } from 'nestjs-errors';
import { describe, expect, it, vi } from 'vitest';
import { nestedBody } from '../../support/bodies';
import { PLATFORMS, startApp } from '../../support/platforms';

const SECRET = 'hunter2';

@Controller()
class UnsafeController {
  @Get('missing') missing(): never {
    throw new NotFoundException('Cat not found');
  }

  @Get('crash') crash(): never {
    throw new Error(`password=${SECRET}`, {
      cause: new Error(`postgres://app:${SECRET}@db/app refused`),
    });
  }

  @Get('details') details(): never {
    throw StandardErrors.RESOURCE_CONFLICT({ user: 'ann', password: SECRET });
  }

  @Get('long') long(): never {
    throw StandardErrors.RESOURCE_CONFLICT(
      { list: Array.from({ length: 50_000 }, () => 'x'.repeat(100)) },
      { message: 'm'.repeat(100_000) },
    );
  }
}

const controllers = [UnsafeController];

describe.each(PLATFORMS)('What leaves the server on %s', (_name, create) => {
  it('holds no secret in a log line, its stack or its causes', async () => {
    const { send, logger } = await startApp(create, { controllers });

    await send('/crash');

    const logged = JSON.stringify(logger.failures);
    expect(logged).not.toContain(SECRET);
    expect(logged).toContain('Error: password=[REDACTED]');
    expect(logged).toContain('postgres://[REDACTED]@db/app refused');
  });

  it('holds no secret in details, unless redaction is off', async () => {
    const safe = await startApp(create, { controllers });
    const off = await startApp(create, { controllers, options: { redact: false } });

    expect((await safe.send('/details')).body).toMatchObject({
      error: { details: { user: 'ann', password: '[REDACTED]' } },
    });
    expect((await off.send('/details')).body).toMatchObject({
      error: { details: { user: 'ann', password: SECRET } },
    });
  });

  it('is bounded in size', async () => {
    const { send } = await startApp(create, { controllers });

    const answer = await send('/long');

    expect(answer.status).toBe(409);
    expect(JSON.stringify(answer.body).length).toBeLessThan(80_000);
    expect((answer.body as { error: { message: string } }).error.message).toHaveLength(1_001);
  });

  it('is bounded by limits of the application', async () => {
    const limits = { maxMessageLength: 10, maxMembers: 3 };
    const { send } = await startApp(create, { controllers, options: { limits } });

    const { error } = (await send('/long')).body as {
      error: { message: string; details: { list: string[] } };
    };

    expect(error.message).toBe('mmmmmmmmmm…');
    expect(error.details.list).toHaveLength(2);
  });

  it('shows stack and causes to developers who ask, without secrets', async () => {
    const { send } = await startApp(create, { controllers, options: { expose: 'development' } });

    const { error } = (await send('/crash')).body as {
      error: { message: string; debug: { stack: string; causes: string[] } };
    };

    expect(error.message).toBe('An unexpected error occurred. Please try again later.');
    expect(error.debug.stack).toMatch(/^Error: password=\[REDACTED\]\n\s+at /);
    expect(error.debug.causes[0]).toMatch(/^Error: postgres:\/\/\[REDACTED\]@db\/app refused/);
  });

  it('never shows them in production', async () => {
    vi.stubEnv('NODE_ENV', 'production');
    const { send } = await startApp(create, { controllers, options: { expose: 'development' } });
    vi.unstubAllEnvs();

    expect((await send('/crash')).body).toEqual(
      nestedBody({
        code: 'INTERNAL_ERROR',
        message: 'An unexpected error occurred. Please try again later.',
        path: '/crash',
      }),
    );
  });
});

describe.each(PLATFORMS)('Rules for some failures on %s', (_name, create) => {
  it('answers an ignored one, and tells nobody', async () => {
    const told: string[] = [];
    const { send, logger } = await startApp(create, {
      controllers,
      options: { ignore: ({ status }) => status === 404, onError: ({ code }) => told.push(code) },
    });

    expect((await send('/missing')).status).toBe(404);
    await send('/crash');

    expect(told).toEqual(['INTERNAL_ERROR']);
    expect(logger.failures).toHaveLength(1);
  });

  it('tells everybody where the rule for ignored ones fails', async () => {
    const told: string[] = [];
    const { send, logger } = await startApp(create, {
      controllers,
      options: {
        ignore: () => {
          throw new Error('rule of mine');
        },
        onError: ({ code }) => told.push(code),
      },
    });

    expect((await send('/missing')).status).toBe(404);

    expect(told).toEqual(['RESOURCE_NOT_FOUND']);
    expect(JSON.stringify(logger.failures)).toContain('rule of mine');
    expect(JSON.stringify(logger.failures)).toContain('404 RESOURCE_NOT_FOUND: Cat not found');
  });

  it("leaves a rethrown one to Nest's own filter", async () => {
    const { send } = await startApp(create, {
      controllers,
      options: { rethrow: (thrown) => thrown instanceof NotFoundException },
    });

    expect((await send('/missing')).body).toEqual({
      message: 'Cat not found',
      error: 'Not Found',
      statusCode: 404,
    });
    expect((await send('/crash')).body).toMatchObject({ error: { code: 'INTERNAL_ERROR' } });
  });

  it('logs a share, and a burst of the same one', async () => {
    const none = await startApp(create, { controllers, options: { log: { sample: () => 0 } } });
    const burst = await startApp(create, {
      controllers,
      options: { log: { burst: { limit: 2, windowMs: 3_600_000 } } },
    });

    await none.send('/missing');
    for (const path of ['/missing', '/missing', '/missing', '/crash']) await burst.send(path);

    expect(none.logger.failures).toEqual([]);
    expect(burst.logger.failures.map(({ level }) => level)).toEqual(['warn', 'warn', 'error']);
  });

  it('publishes every failure on a diagnostics channel', async () => {
    const published: ReportedFailure[] = [];
    const listen = (message: unknown) => published.push(message as ReportedFailure);
    const { send } = await startApp(create, { controllers, options: { log: false } });

    subscribe('nestjs-errors:failure', listen);
    const answer = await send('/missing?secret=1');
    unsubscribe('nestjs-errors:failure', listen);
    await send('/missing');

    expect(published).toHaveLength(1);
    expect(published[0]).toMatchObject({
      record: { code: 'RESOURCE_NOT_FOUND', status: 404 },
      method: 'GET',
      path: '/missing',
      traceId: answer.headers.get('x-trace-id'),
      controller: UnsafeController,
      handler: UnsafeController.prototype.missing,
    });
    expect(published[0]?.shown).toBe(published[0]?.record);
  });
});
