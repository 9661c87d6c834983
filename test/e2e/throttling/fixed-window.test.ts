import { Controller, Get, Post, UseGuards } from '@nestjs/common';
import { RateLimitGuard } from 'nestjs-errors';
import { describe, expect, it } from 'vitest';
import { flatBody, nestedBody, problemBody } from '../../support/bodies';
import { PLATFORMS, startApp } from '../../support/platforms';
import { limitHeaders, NO_LIMIT, remaining, START_MS, TestClock } from './rate-limit';

@Controller('sessions')
class SessionsController {
  @Get()
  list() {
    return [];
  }

  @Get('failing')
  fail(): never {
    throw new Error('no database');
  }

  @Post()
  create() {
    return {};
  }

  @Get('guarded')
  @UseGuards(RateLimitGuard)
  guarded() {
    return [];
  }
}

const controllers = [SessionsController];
const RESET = String(Math.ceil((START_MS + 600_000) / 1000));
const policies = [{ name: 'default', limit: 2, windowMs: 600_000 }];

describe.each(PLATFORMS)('A fixed window on %s', (_name, create) => {
  async function start(format: 'nested' | 'flat' = 'nested') {
    const clock = new TestClock();
    const options = { format, throttling: { policies, clock: clock.read } };
    return { clock, ...(await startApp(create, { options, controllers })) };
  }

  it('counts down, refuses with exact times, and admits again when it has ended', async () => {
    const { send, clock } = await start();
    const at = async (nowMs: number) => {
      clock.nowMs = nowMs;
      return limitHeaders(await send('/sessions'));
    };
    const told = { limit: '2', reset: RESET, retryAfter: null };

    expect(await at(START_MS)).toEqual({ ...told, status: 200, remaining: '1' });
    expect(await at(START_MS + 5_000)).toEqual({ ...told, status: 200, remaining: '0' });
    const refused = { ...told, status: 429, remaining: '0' };
    expect(await at(START_MS + 5_000)).toEqual({ ...refused, retryAfter: '595' });
    expect(await at(START_MS + 5_001)).toEqual({ ...refused, retryAfter: '595' });
    expect(await at(START_MS + 599_999)).toEqual({ ...refused, retryAfter: '1' });
    expect(await at(START_MS + 600_000)).toMatchObject({ status: 200, remaining: '1' });
  });

  it('refuses in each format with the same times as the headers', async () => {
    const { send, clock } = await start();
    await send('/sessions');
    await send('/sessions');
    clock.nowMs += 13_000;

    const details = { limit: 2, remaining: 0, resetAt: '2024-01-15T11:00:14Z', retryAfter: 587 };
    const nested = await send('/sessions');
    expect(nested.body).toEqual(
      nestedBody({
        code: 'RATE_LIMIT_EXCEEDED',
        message: 'API rate limit exceeded',
        path: '/sessions',
        details,
      }),
    );
    expect(limitHeaders(nested)).toEqual({
      status: 429,
      limit: '2',
      remaining: '0',
      reset: String(Date.parse(details.resetAt) / 1000),
      retryAfter: '587',
    });

    const problem = await send('/sessions', { headers: { accept: 'application/problem+json' } });
    expect(problem.body).toEqual(
      problemBody({
        status: 429,
        type: 'https://iana.org/assignments/http-problem-types#quota-exceeded',
        title: 'Request cannot be satisfied as assigned quota has been exceeded',
        detail: 'API rate limit exceeded',
        code: 'RATE_LIMIT_EXCEEDED',
        instance: '/sessions',
        ...details,
        'violated-policies': ['default'],
      }),
    );
    expect(limitHeaders(problem)).toEqual(limitHeaders(nested));
  });

  it('refuses in the flat format with the times in the headers alone', async () => {
    const { send } = await start('flat');
    await send('/sessions');
    await send('/sessions');

    const answer = await send('/sessions');
    expect(answer.body).toEqual(
      flatBody({
        status: 429,
        error: 'Too Many Requests',
        message: 'Rate limit exceeded. Please try again later.',
        path: '/sessions',
      }),
    );
    expect(limitHeaders(answer)).toEqual({
      status: 429,
      limit: '2',
      remaining: '0',
      reset: RESET,
      retryAfter: '600',
    });
  });

  it('belongs to one route', async () => {
    const { send } = await start();
    expect(remaining(await send('/sessions'))).toBe('1');
    expect(remaining(await send('/sessions', { method: 'POST' }))).toBe('1');
    expect(remaining(await send('/sessions'))).toBe('0');
  });

  it('is told also when the handler fails later', async () => {
    const { send } = await start();
    expect(limitHeaders(await send('/sessions/failing'))).toEqual({
      status: 500,
      limit: '2',
      remaining: '1',
      reset: RESET,
      retryAfter: null,
    });
  });

  it('counts a request once where the guard also stands before the handler', async () => {
    const { send } = await start();
    expect(remaining(await send('/sessions/guarded'))).toBe('1');
    expect(remaining(await send('/sessions/guarded'))).toBe('0');
    expect((await send('/sessions/guarded')).status).toBe(429);
  });

  it('is not told of an unknown route', async () => {
    const { send } = await start();
    expect(limitHeaders(await send('/nowhere'))).toEqual({ status: 404, ...NO_LIMIT });
  });
});
