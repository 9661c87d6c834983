import 'reflect-metadata';
import { describe, expect, it } from 'vitest';
import { call, guard } from './call';

class EventsController {
  list() {}
}

const DAY = { name: 'daily', limit: 5, windowMs: 86_400_000 };
const request = () => call(EventsController, 'list');
const exceeded = expect.objectContaining({ code: 'RATE_LIMIT_EXCEEDED' }) as unknown;

/** What a policy that refuses nothing has left: it shows what was charged. */
function remaining(limiting: ReturnType<typeof guard>): unknown {
  const { context, response } = request();
  void limiting.canActivate(context);
  return response.getHeader('X-RateLimit-Remaining');
}

describe('a cost that a function yields', () => {
  it.each([Number.NaN, -1, 1.5, Number.POSITIVE_INFINITY, 2 ** 31, '2', undefined])(
    'of %s is a failure, and charges nothing',
    async (cost) => {
      const costs = [cost as number, 1];
      const limiting = guard({ policies: [{ ...DAY, cost: () => costs.shift() as number }] });
      await expect(limiting.canActivate(request().context)).rejects.toThrow(
        'The cost of "daily" for this request must be an integer from 0',
      );
      expect(remaining(limiting)).toBe(4);
    },
  );

  it('of 0 passes even where nothing is left', () => {
    const costs = [5, 0, 1];
    const limiting = guard({ policies: [{ ...DAY, cost: () => costs.shift() as number }] });
    expect(limiting.canActivate(request().context)).toBe(true);
    expect(limiting.canActivate(request().context)).toBe(true);
    expect(() => limiting.canActivate(request().context)).toThrow(exceeded);
  });

  it.each(['fixed-window', 'sliding-window', 'token-bucket'] as const)(
    'beyond every limit never passes, and charges nothing: %s',
    (algorithm) => {
      const costs = [2 ** 31 - 1, 6, 1];
      const policy = { ...DAY, algorithm, cost: () => costs.shift() as number };
      const limiting = guard({ policies: [policy], clock: () => 1_000_000 });
      expect(() => limiting.canActivate(request().context)).toThrow(exceeded);
      expect(() => limiting.canActivate(request().context)).toThrow(exceeded);
      expect(remaining(limiting)).toBe(4);
    },
  );
});

describe('a limit that a function yields', () => {
  it.each([Number.NaN, 0, -5, 2 ** 31, 'many', null])(
    'as %s is a failure, and no other policy is charged',
    async (limit) => {
      const limits = [limit as number, 9];
      const wrong = { name: 'plan', limit: async () => limits.shift() as number, windowMs: 1_000 };
      const limiting = guard({ policies: [DAY, wrong] });
      await expect(limiting.canActivate(request().context)).rejects.toThrow(
        'The limit of "plan" for this request must be a positive integer',
      );
      const { context, response } = request();
      await limiting.canActivate(context);
      expect(response.getHeader('X-RateLimit-Remaining')).toBe(4);
    },
  );

  it('by throwing or rejecting is that failure, and no other policy is charged', async () => {
    const answers = [
      () => {
        throw new Error('no plans');
      },
      async () => Promise.reject(new Error('no database')),
      async () => 9,
    ];
    const limit = () => (answers.shift() as () => Promise<number>)();
    const limiting = guard({ policies: [DAY, { name: 'plan', limit, windowMs: 1_000 }] });
    await expect(limiting.canActivate(request().context)).rejects.toThrow('no plans');
    await expect(limiting.canActivate(request().context)).rejects.toThrow('no database');
    const { context, response } = request();
    await limiting.canActivate(context);
    expect(response.getHeader('X-RateLimit-Remaining')).toBe(4);
  });
});

describe('a shadow that blocks', () => {
  it('refuses nobody, and hinders no other policy', () => {
    const shadow = { name: 'shadow', limit: 1, windowMs: 1_000, block: 60_000, shadow: true };
    const limiting = guard({ policies: [DAY, shadow] });
    for (let count = 0; count < 5; count++) {
      expect(limiting.canActivate(request().context)).toBe(true);
    }
    expect(() => limiting.canActivate(request().context)).toThrow(exceeded);
  });
});

describe('a user agent', () => {
  const passes = (agent: string, pattern: RegExp) => {
    const limiting = guard({ policies: [{ ...DAY, limit: 1 }], ignoreUserAgents: [pattern] });
    return [1, 2, 3].map(() => {
      const { context, request: incoming } = request();
      incoming.headers['user-agent'] = agent;
      try {
        return limiting.canActivate(context);
      } catch {
        return false;
      }
    });
  };

  it('that is ignored is so each time, whatever flags the expression has', () => {
    expect(passes('bot/1', /bot/g)).toEqual([true, true, true]);
    expect(passes('bot/1', /bot/y)).toEqual([true, true, true]);
  });

  it('longer than any browser has is matched with nothing, however slow the expression', () => {
    const started = performance.now();
    expect(passes(`${'a'.repeat(10_000)}!`, /^(a+)+$/)).toEqual([true, false, false]);
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
