import { Controller, Get } from '@nestjs/common';
import type { ThrottlingOptions } from 'nestjs-errors';
import { describe, expect, it } from 'vitest';
import { nestedBody } from '../../support/bodies';
import { PLATFORMS, startApp } from '../../support/platforms';
import { limitHeaders, TestClock } from './rate-limit';

@Controller()
class EventsController {
  @Get('events')
  list() {
    return [];
  }
}

const policies = [
  { name: 'burst', limit: 2, windowMs: 1_000 },
  { name: 'daily "quota" für alle', limit: 1_000, windowMs: 86_400_000 },
  { name: 'open', algorithm: 'concurrency' as const, limit: 9 },
];

describe.each(PLATFORMS)('Answers on %s', (_name, create) => {
  async function start(throttling: ThrottlingOptions) {
    const clock = new TestClock();
    const { send } = await startApp(create, {
      options: { throttling: { policies, clock: clock.read, ...throttling } },
      controllers: [EventsController],
      configure: (app) => app.enableCors({ origin: 'https://app.example' }),
    });
    return async (headers: Record<string, string> = {}) => send('/events', { headers });
  }

  it('have the fields of the IETF draft 10, one item a policy', async () => {
    const send = await start({ ietfHeaders: 'draft-10' });
    const fields = async () => {
      const { headers } = await send();
      return [headers.get('ratelimit-policy'), headers.get('ratelimit')];
    };
    const quota = String.raw`"daily \"quota\" f%C3%BCr alle"`;
    const policy = `"burst";q=2;w=1, ${quota};q=1000;w=86400, "open";q=9;qu="concurrent-requests"`;
    expect(await fields()).toEqual([
      policy,
      `"burst";r=1;t=1, ${quota};r=999;t=86400, "open";r=8;t=1`,
    ]);
    await send();
    expect(await fields()).toEqual([
      policy,
      `"burst";r=0;t=1, ${quota};r=998;t=86400, "open";r=9;t=0`,
    ]);
  });

  it('have those of draft 7, and nothing else where the others are off', async () => {
    const send = await start({ ietfHeaders: 'draft-7', headers: false });
    const answer = await send({ origin: 'https://app.example' });
    expect(limitHeaders(answer)).toMatchObject({ limit: null, remaining: null, reset: null });
    expect(answer.headers.get('ratelimit')).toBe('limit=2, remaining=1, reset=1');
    expect(answer.headers.get('ratelimit-policy')).toBe('2;w=1, 1000;w=86400');
    expect(answer.headers.get('access-control-expose-headers')).toContain(
      'RateLimit-Policy, RateLimit, Retry-After',
    );
  });

  it('tell a later time where it is jittered, in header and body alike', async () => {
    const send = await start({ retryAfterJitterSeconds: 30 });
    await send();
    await send();
    const told = await Promise.all(
      Array.from({ length: 40 }, async () => {
        const { body, headers } = await send();
        const { error } = body as { error: { details: { retryAfter: number } } };
        expect(headers.get('retry-after')).toBe(String(error.details.retryAfter));
        return error.details.retryAfter;
      }),
    );
    for (const seconds of told) {
      expect(seconds).toBeGreaterThanOrEqual(1);
      expect(seconds).toBeLessThanOrEqual(31);
    }
    expect(new Set(told).size).toBeGreaterThan(5);
  });

  it.each([
    ['a text', 'Slow down', 'Slow down'],
    [
      'a function',
      (_context: unknown, { limit, retryAfter }: { limit: number; retryAfter: number }) =>
        `At most ${limit}, wait ${retryAfter} s`,
      'At most 2, wait 1 s',
    ],
  ])('have the errorMessage of %s', async (_kind, errorMessage, message) => {
    const send = await start({ errorMessage });
    await send();
    await send();
    const { status, body } = await send();
    expect(status).toBe(429);
    const details = { limit: 2, remaining: 0, resetAt: '2024-01-15T10:50:15Z', retryAfter: 1 };
    expect(body).toEqual(
      nestedBody({ code: 'RATE_LIMIT_EXCEEDED', message, path: '/events', details }),
    );
  });
});
