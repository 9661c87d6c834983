import { Controller, Get } from '@nestjs/common';
import { RateLimiter } from 'nestjs-errors';
import { describe, expect, it } from 'vitest';
import { PLATFORMS, startApp } from '../../support/platforms';
import { limitHeaders, remaining, START_MS, TestClock } from './rate-limit';

@Controller()
class EventsController {
  @Get('events')
  list() {
    return [];
  }
}

const policies = [
  { name: 'default', limit: 3, windowMs: 60_000 },
  { name: 'plan', limit: () => 50, windowMs: 60_000 },
  { name: 'emails', limit: 2, windowMs: 1_000, scope: 'manual' as const },
];
const EVENTS = {
  policy: 'default',
  client: '127.0.0.1',
  route: [EventsController, 'list'],
} as const;
const EMAILS = { policy: 'emails', client: 'ada' };

describe.each(PLATFORMS)('RateLimiter on %s', (_name, create) => {
  async function start() {
    const clock = new TestClock();
    const { app, send } = await startApp(create, {
      options: { throttling: { policies, clock: clock.read } },
      controllers: [EventsController],
    });
    return { clock, send: async () => send('/events'), limiter: app.get(RateLimiter) };
  }

  it('shares the counts of the guard: looks, takes, gives back and forgets', async () => {
    const { send, limiter } = await start();
    expect(remaining(await send())).toBe('2');
    expect(await limiter.peek(EVENTS)).toMatchObject({ isAllowed: true, limit: 3, remaining: 2 });
    expect(await limiter.consume(EVENTS)).toMatchObject({ isAllowed: true, remaining: 1 });
    await limiter.penalty(EVENTS, 4);
    expect((await send()).status).toBe(429);
    await limiter.reward(EVENTS, 3);
    expect(remaining(await send())).toBe('0');
    await limiter.reset(EVENTS);
    expect(remaining(await send())).toBe('2');
  });

  it('blocks a client for a while', async () => {
    const { send, limiter, clock } = await start();
    await limiter.block(EVENTS, 90_000);
    expect(limitHeaders(await send())).toMatchObject({ status: 429, retryAfter: '90' });
    clock.nowMs += 89_999;
    expect((await send()).status).toBe(429);
    clock.nowMs += 1;
    expect(remaining(await send())).toBe('2');
  });

  it('lists where a client stands', async () => {
    const { send, limiter } = await start();
    await send();
    const reset = { isAllowed: true, retryAtMs: undefined, retryAfterSeconds: 0 };
    const list = await limiter.list('::ffff:127.0.0.1');
    expect(list.map(({ id: _id, ...status }) => status)).toEqual([
      { ...reset, policy: 'emails', limit: 2, remaining: 2, resetAtMs: START_MS },
      { ...reset, policy: 'default', limit: 3, remaining: 2, resetAtMs: START_MS + 60_000 },
    ]);
  });

  it('consumes policies that count no route', async () => {
    const { limiter } = await start();
    expect(await limiter.consume(EMAILS, 2)).toMatchObject({ isAllowed: true, remaining: 0 });
    expect(await limiter.consume(EMAILS)).toEqual({
      ...{ id: '"emails" !', policy: 'emails', isAllowed: false, limit: 2, remaining: 0 },
      ...{ resetAtMs: START_MS + 1_000, retryAtMs: START_MS + 1_000, retryAfterSeconds: 1 },
    });
  });

  it('says what is wrong with a target', async () => {
    const { limiter } = await start();
    const peek = async (target: object) => limiter.peek({ client: 'ada', ...target } as never);
    await expect(peek({ policy: 'email' })).rejects.toThrow('has no policy "email"');
    await expect(peek({ policy: 'default' })).rejects.toThrow(
      'RateLimiter: the policy "default" counts each route apart: give the route.',
    );
    await expect(peek({ ...EVENTS, policy: 'plan' })).rejects.toThrow(
      'RateLimiter: the limit of "plan" is a function of the request: give its context.',
    );
    await expect(peek({ ...EVENTS, client: '' })).rejects.toThrow('The client must be a text');
    await expect(peek({ policy: 'default', route: [EventsController, 'no'] })).rejects.toThrow(
      'RateLimiter: EventsController has no handler "no".',
    );
    await expect(limiter.consume(EMAILS, -1)).rejects.toThrow('the cost must be an integer from 0');
  });
});
