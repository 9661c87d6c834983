import { BadRequestException, Body, Controller, Get, Post } from '@nestjs/common';
import { PartialSuccess, runBatch, StandardErrors } from 'nestjs-errors';
import { describe, expect, it } from 'vitest';
import { flatBody, nestedBody, problemBody } from '../../support/bodies';
import { PLATFORMS, startApp } from '../../support/platforms';

interface Item {
  readonly id?: string;
  readonly fails?: 'name' | 'date' | 'bug' | 'seat';
}

function save(item: Item, index: number): string {
  if (item.fails === 'name') {
    throw StandardErrors.RESOURCE_CONFLICT(undefined, { message: 'Duplicate name' });
  }
  if (item.fails === 'date') throw new BadRequestException('Invalid date');
  if (item.fails === 'seat') {
    throw StandardErrors.RESOURCE_CONFLICT({ seat: index }, { message: 'Seat taken' });
  }
  if (item.fails === 'bug') throw new Error('secret reason');
  return `saved ${index}`;
}

@Controller()
class BulkController {
  @Post('bulk') @PartialSuccess() bulk(@Body() items: Item[]) {
    return runBatch(items, save);
  }

  @Post('undecorated') undecorated(@Body() items: Item[]) {
    return runBatch(items, save);
  }

  @Get('plain') @PartialSuccess() plain() {
    return { ok: true };
  }
}

const controllers = [BulkController];
const SOME: Item[] = [{ id: 'a' }, { id: 'b', fails: 'name' }, {}, { fails: 'date' }];
const DETAILS = {
  succeeded: 2,
  failed: 2,
  failures: [
    { index: 1, id: 'b', error: 'Duplicate name', code: 'RESOURCE_CONFLICT' },
    { index: 3, id: null, error: 'Invalid date', code: 'BAD_REQUEST' },
  ],
};

describe.each(PLATFORMS)('A batch on %s', (_name, create) => {
  it('that succeeds answers with its results and the status of the handler', async () => {
    const { send } = await startApp(create, { controllers });

    const answer = await send('/bulk', { body: [{}, {}] });

    expect(answer.status).toBe(201);
    expect(answer.body).toEqual(['saved 0', 'saved 1']);
    expect((await send('/bulk', { body: [] })).body).toEqual([]);
    expect((await send('/plain')).body).toEqual({ ok: true });
  });

  it('that fails as a whole, each item with details of its own, has a failure for each', async () => {
    const { send } = await startApp(create, { controllers });

    const answer = await send('/bulk', { body: [{ fails: 'seat' }, { fails: 'seat' }] });

    expect(answer.status).toBe(207);
    expect(answer.body).toMatchObject({
      error: {
        code: 'PARTIAL_SUCCESS',
        details: {
          succeeded: 0,
          failed: 2,
          failures: [0, 1].map((index) => ({
            index,
            id: null,
            error: 'Seat taken',
            code: 'RESOURCE_CONFLICT',
          })),
        },
      },
    });
  });

  it('that fails in part answers 207 PARTIAL_SUCCESS with what failed', async () => {
    const { send, logger } = await startApp(create, { controllers });

    const answer = await send('/bulk', { body: SOME });

    expect(answer.status).toBe(207);
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(answer.body).toEqual(
      nestedBody({
        code: 'PARTIAL_SUCCESS',
        message: 'Some operations failed',
        path: '/bulk',
        method: 'POST',
        details: DETAILS,
      }),
    );
    expect(logger.failures).toEqual([]);
  });

  it('that fails in part adds to the headers of others', async () => {
    const { send } = await startApp(create, {
      controllers,
      configure: (app) => app.enableCors({ origin: [/example/] }),
    });

    const { headers } = await send('/bulk', {
      body: SOME,
      headers: { origin: 'https://app.example' },
    });

    expect(headers.get('vary')).toBe('Origin, Accept');
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('that fails in part speaks the other formats', async () => {
    const { send } = await startApp(create, { controllers, options: { format: 'flat' } });

    const flat = await send('/bulk', { body: SOME });
    const accept = { accept: 'application/problem+json' };
    const problem = await send('/bulk', { body: SOME, headers: accept });

    expect(flat.body).toEqual({
      ...flatBody({
        status: 207,
        error: 'Multi-Status',
        message: 'Some operations failed',
        path: '/bulk',
      }),
      ...DETAILS,
    });
    expect(problem.status).toBe(207);
    expect(problem.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(problem.body).toEqual(
      problemBody({
        status: 207,
        title: 'Multi-Status',
        detail: 'Some operations failed',
        code: 'PARTIAL_SUCCESS',
        instance: '/bulk',
        ...DETAILS,
      }),
    );
  });

  it('that fails whole for one reason is that failure', async () => {
    const { send } = await startApp(create, { controllers });

    const answer = await send('/bulk', { body: [{ fails: 'name' }, { fails: 'name' }] });

    expect(answer.status).toBe(409);
    expect(answer.body).toEqual(
      nestedBody({
        code: 'RESOURCE_CONFLICT',
        message: 'Duplicate name',
        path: '/bulk',
        method: 'POST',
      }),
    );
  });

  it('that fails whole for several reasons lists them', async () => {
    const { send } = await startApp(create, { controllers });

    const answer = await send('/bulk', { body: [{ fails: 'name' }, { fails: 'date' }] });

    expect(answer.status).toBe(207);
    expect(answer.body).toMatchObject({ error: { details: { succeeded: 0, failed: 2 } } });
  });

  it('tells the log, and not the client, what the server did wrong', async () => {
    const { send, logger } = await startApp(create, { controllers });

    const answer = await send('/bulk', { body: [{}, { fails: 'bug' }] });

    expect(answer.body).toMatchObject({
      error: {
        details: {
          failures: [
            {
              index: 1,
              id: null,
              code: 'INTERNAL_ERROR',
              error: 'An unexpected error occurred. Please try again later.',
            },
          ],
        },
      },
    });
    expect(logger.failures).toHaveLength(1);
    expect(logger.failures[0]?.rest[0]).toContain('secret reason');
  });

  it('without the decorator is a server error that names it in the log', async () => {
    const { send, logger } = await startApp(create, { controllers });

    const answer = await send('/undecorated', { body: SOME });

    expect(answer.status).toBe(500);
    expect(logger.failures[0]?.rest[0]).toContain('@PartialSuccess()');
  });
});

describe('runBatch', () => {
  it('keeps the order and the bound, whatever finishes first', async () => {
    let underWay = 0;
    let most = 0;
    const finish: (() => void)[] = [];
    const batch = runBatch(
      [0, 1, 2, 3, 4],
      async (item) => {
        most = Math.max(most, ++underWay);
        await new Promise<void>((resolve) => finish.push(resolve));
        underWay--;
        if (item % 2 === 1) throw new Error(String(item));
        return item * 10;
      },
      { concurrency: 2, idOf: (item) => `id-${item}` },
    );
    while (finish.length > 0) {
      finish.pop()?.();
      await new Promise(setImmediate);
    }

    const { results, failures } = await batch;

    expect(most).toBe(2);
    expect(results).toEqual([0, 20, 40]);
    expect(failures.map(({ index, id }) => [index, id])).toEqual([
      [1, 'id-1'],
      [3, 'id-3'],
    ]);
  });

  it('resolves, so that a transaction around it commits', async () => {
    const outcome = await runBatch([1], () => {
      throw new Error('x');
    });

    expect(outcome.failures).toHaveLength(1);
  });

  it('refuses a concurrency that is none', async () => {
    await expect(runBatch([1], (item) => item, { concurrency: 0 })).rejects.toThrow(
      'runBatch: concurrency must be a whole number from 1.',
    );
  });

  it('has no id for an item whose id cannot be read', async () => {
    const item = {
      get id(): string {
        throw new Error('x');
      },
    };
    const items = [item, null, { id: { a: 1 } }, { id: 7 }, { id: 'x'.repeat(1_000) }];
    const { failures } = await runBatch(items, () => {
      throw new Error('y');
    });

    expect(failures.map(({ id }) => id)).toEqual([null, null, null, 7, 'x'.repeat(200)]);
  });
});
