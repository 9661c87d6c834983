import { Controller, Get, NotFoundException } from '@nestjs/common';
import { type ErrorRecord, type FailedRequest, StandardErrors } from 'nestjs-errors';
import { describe, expect, it } from 'vitest';
import { PLATFORMS, startApp } from '../../support/platforms';

@Controller()
class FailingController {
  @Get('missing') missing(): never {
    throw new NotFoundException('Cat not found');
  }

  @Get('crash') crash(): never {
    throw new Error('Disk is full', { cause: new Error('ENOSPC') });
  }

  @Get('forged') forged(): never {
    throw new NotFoundException('x\n[Nest] forged line\u001b[2J');
  }
}

const controllers = [FailingController];

describe.each(PLATFORMS)('Reporting on %s', (_name, create) => {
  it('logs one line for a failure, with its trace id', async () => {
    const { send, logger } = await startApp(create, { controllers });

    const answer = await send('/missing?token=secret');

    expect(logger.failures).toEqual([
      {
        level: 'warn',
        message: `GET /missing 404 RESOURCE_NOT_FOUND: Cat not found traceId=${answer.headers.get('x-trace-id')}`,
        rest: ['ErrorsModule'],
      },
    ]);
  });

  it('logs a server fault with its stack and causes', async () => {
    const { send, logger } = await startApp(create, { controllers });

    await send('/crash');

    const [line, ...others] = logger.failures;
    expect(others).toEqual([]);
    expect(line?.level).toBe('error');
    expect(line?.message).toMatch(/^GET \/crash 500 INTERNAL_ERROR: /);
    expect(line?.rest[0]).toMatch(
      /^Error: Disk is full\n\s+at .*\n(.*\n)*Caused by: Error: ENOSPC/,
    );
  });

  it('writes control characters of clients so that they do nothing', async () => {
    const { send, logger } = await startApp(create, { controllers });

    await send('/forged');

    expect(logger.failures[0]?.message).toContain(String.raw`x\u000a[Nest] forged line\u001b[2J`);
  });

  it('takes the level from the options, or logs nothing', async () => {
    const quiet = await startApp(create, { controllers, options: { log: false } });
    const debug = await startApp(create, {
      controllers,
      options: { log: { level: () => 'debug' } },
    });

    await quiet.send('/missing');
    await debug.send('/missing');

    expect(quiet.logger.failures).toEqual([]);
    expect(debug.logger.failures.map(({ level }) => level)).toEqual(['debug']);
  });

  it('tells onError what failed, and where', async () => {
    const told: [ErrorRecord, FailedRequest][] = [];
    const { send } = await startApp(create, {
      controllers,
      options: { onError: (record, failed) => told.push([record, failed]) },
    });

    const answer = await send('/crash');
    await send('/nowhere');

    const [[crash, where], [miss, nowhere]] = told as never as [
      [ErrorRecord, FailedRequest],
      [ErrorRecord, FailedRequest],
    ];
    expect([crash.code, crash.origin, crash.retry]).toEqual([
      'INTERNAL_ERROR',
      'server',
      { strategy: 'backoff', maxAttempts: 3 },
    ]);
    expect(crash.cause).toBeInstanceOf(Error);
    expect(JSON.stringify(crash)).not.toContain('Disk');
    expect(where.controller).toBe(FailingController);
    expect(where.handler).toBe(FailingController.prototype.crash);
    expect(where.traceId).toBe(answer.headers.get('x-trace-id'));
    expect([miss.code, nowhere.controller, nowhere.handler]).toEqual([
      'ROUTE_NOT_FOUND',
      undefined,
      undefined,
    ]);
  });

  it.each([
    [
      'throws',
      () => {
        throw new Error('hook bug');
      },
    ],
    ['rejects', async () => Promise.reject(new Error('hook bug'))],
  ])('survives a hook that %s, and logs its fault', async (_case, onError) => {
    const { send, logger } = await startApp(create, { controllers, options: { onError } });

    const answer = await send('/missing');

    expect(answer.status).toBe(404);
    expect(logger.failures.map(({ level }) => level)).toEqual(['warn', 'error']);
    expect(logger.failures[1]?.rest[0]).toContain('hook bug');
  });

  it('passes over a mapper that throws, and asks mappers in their order', async () => {
    const { send, logger } = await startApp(create, {
      controllers,
      options: {
        mappers: [
          () => {
            throw new Error('mapper bug');
          },
          (thrown) =>
            thrown instanceof Error && thrown.message === 'Disk is full'
              ? StandardErrors.SERVICE_UNAVAILABLE({ disk: 'full' })
              : undefined,
          (_thrown, context) => context.record('BAD_REQUEST', { message: 'Never asked' }),
        ],
      },
    });

    const answer = await send('/crash');

    expect(answer.status).toBe(503);
    expect(answer.body).toMatchObject({
      error: { code: 'SERVICE_UNAVAILABLE', details: { disk: 'full' } },
    });
    expect(logger.failures[0]?.rest[0]).toContain('mapper bug');
    expect((await send('/missing')).body).toMatchObject({ error: { message: 'Never asked' } });
  });

  it('answers when a level or format of the application throws', async () => {
    const { send } = await startApp(create, {
      controllers,
      options: {
        log: {
          level: () => {
            throw new Error('level bug');
          },
        },
        format: {
          name: 'broken',
          body: () => {
            throw new Error('format bug');
          },
        },
      },
    });

    const answer = await send('/missing');

    expect(answer.status).toBe(404);
    expect(answer.body).toMatchObject({ error: { code: 'RESOURCE_NOT_FOUND' } });
  });
});
