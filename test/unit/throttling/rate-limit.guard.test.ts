import 'reflect-metadata';
import { Throttle } from '@nestjs/throttler';
import { describe, expect, it } from 'vitest';
import { RateLimitGuard } from '../../../lib/throttling/rate-limit.guard';
import { memoryStore } from '../../../lib/throttling/stores/memory-store';
import type { RateLimitStore } from '../../../lib/throttling/stores/rate-limit-store';
import { call, guard } from './call';

class EventsController {
  list() {}

  @Throttle({ default: { limit: (context) => context.getArgs().length, ttl: 1_000 } })
  dynamic() {}

  @Throttle({ default: { limit: () => Promise.resolve(5), ttl: () => Promise.resolve(1_000) } })
  slow() {}

  @Throttle({ default: { limit: () => 0, ttl: 1_000 } })
  wrong() {}
}

const policies = [{ name: 'default', limit: 2, windowMs: 60_000 }];
const exceeded = expect.objectContaining({ code: 'RATE_LIMIT_EXCEEDED' }) as unknown;

describe('the guard answers', () => {
  it('at once where tracker and store do', () => {
    const limiting = guard({ policies, tracker: () => 'ada' });
    expect(limiting.canActivate(call(EventsController, 'list').context)).toBe(true);
    expect(limiting.canActivate(call(EventsController, 'list').context)).toBe(true);
    expect(() => limiting.canActivate(call(EventsController, 'list').context)).toThrow(exceeded);
  });

  it('at once where a limit depends on the request', () => {
    const limiting = guard({});
    const { context, response } = call(EventsController, 'dynamic');
    expect(limiting.canActivate(context)).toBe(true);
    expect(response.getHeader('X-RateLimit-Limit')).toBe(2);
  });

  it('later where the tracker does', async () => {
    const limiting = guard({ policies, tracker: async () => 'ada' });
    const answers = [1, 2, 3].map(() =>
      limiting.canActivate(call(EventsController, 'list').context),
    );
    expect(answers[0]).toBeInstanceOf(Promise);
    await expect(answers[0]).resolves.toBe(true);
    await expect(answers[1]).resolves.toBe(true);
    await expect(answers[2]).rejects.toEqual(exceeded);
  });

  it('later where the store does', async () => {
    const memory = memoryStore();
    const store: RateLimitStore = { consume: async (hits, nowMs) => memory.consume(hits, nowMs) };
    const limiting = guard({ policies, store });
    const answer = limiting.canActivate(call(EventsController, 'list').context);
    expect(answer).toBeInstanceOf(Promise);
    await expect(answer).resolves.toBe(true);
  });

  it('later where a limit does', async () => {
    const { context, response } = call(EventsController, 'slow');
    await expect(guard({}).canActivate(context)).resolves.toBe(true);
    expect(response.getHeader('X-RateLimit-Limit')).toBe(5);
  });

  it('with a failure where a limit for the request is none', async () => {
    const { context } = call(EventsController, 'wrong');
    await expect(guard({}).canActivate(context)).rejects.toThrow(
      'The limit of "default" for this request must be a positive integer, at most 2147483647, but it is 0.',
    );
  });

  it('with a failure where the tracker yields what is no name', () => {
    const tracker = (() => ({ id: 7 })) as never;
    expect(() =>
      guard({ policies, tracker }).canActivate(call(EventsController, 'list').context),
    ).toThrow(
      'A throttling tracker must return a string or undefined, but it returned a value of type object.',
    );
  });
});

describe('the guard lets pass', () => {
  it('everything where the feature is off', () => {
    const off = new RateLimitGuard(undefined);
    expect(off.canActivate(call(EventsController, 'list').context)).toBe(true);
  });

  it('what is no HTTP request', () => {
    const { context } = call(EventsController, 'list');
    (context as unknown as { setType(type: string): void }).setType('rpc');
    const limiting = guard({ policies: [{ name: 'default', limit: 1, windowMs: 1_000 }] });
    expect([1, 2, 3].map(() => limiting.canActivate(context))).toEqual([true, true, true]);
  });

  it('a request that another guard has counted', () => {
    const shared = { policies, store: memoryStore(), tracker: () => 'ada' };
    const { context, response } = call(EventsController, 'list');
    expect(guard(shared).canActivate(context)).toBe(true);
    expect(guard(shared).canActivate(context)).toBe(true);
    expect(response.getHeader('X-RateLimit-Remaining')).toBe(1);
  });

  it('a route without policies, and sets no header', () => {
    const { context, response } = call(EventsController, 'list');
    expect(guard({}).canActivate(context)).toBe(true);
    expect(response.getHeaderNames()).toEqual([]);
  });
});

it('two instances of an application that share a store share its limits', () => {
  const shared = {
    policies: [{ name: 'default', limit: 1, windowMs: 60_000 }],
    store: memoryStore(),
  };
  const [first, second] = [guard(shared), guard(shared)];
  expect(first.canActivate(call(EventsController, 'list').context)).toBe(true);
  expect(() => second.canActivate(call(EventsController, 'list').context)).toThrow(exceeded);
});
