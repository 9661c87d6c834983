import { Body, Controller, Post, UnauthorizedException } from '@nestjs/common';
import type { ThrottlingPolicy } from 'nestjs-errors';
import { describe, expect, it } from 'vitest';
import { PLATFORMS, startApp } from '../../support/platforms';
import { limitHeaders, TestClock } from './rate-limit';

@Controller()
class SessionsController {
  @Post('sessions')
  create(@Body() { password }: { password: string }) {
    if (password !== 'right') throw new UnauthorizedException();
    return {};
  }
}

describe.each(PLATFORMS)('A limit on logins on %s', (_name, create) => {
  async function start(policy: Partial<ThrottlingPolicy>, more: ThrottlingPolicy[] = []) {
    const clock = new TestClock();
    const policies = [{ name: 'logins', limit: 2, windowMs: 60_000, ...policy }, ...more];
    const { send } = await startApp(create, {
      options: { throttling: { policies, clock: clock.read } },
      controllers: [SessionsController],
    });
    const login = async (password: string) =>
      limitHeaders(await send('/sessions', { body: { password } }));
    return { clock, login };
  }

  it('counts failures alone, also while many are tried at once', async () => {
    const { login } = await start({ countOnly: 'failures' });
    for (let count = 0; count < 4; count++) {
      expect(await login('right')).toMatchObject({ status: 201, remaining: '1' });
    }
    expect(await login('wrong')).toMatchObject({ status: 401, remaining: '1' });
    const guesses = await Promise.all(Array.from({ length: 9 }, () => login('wrong')));
    expect(guesses.filter(({ status }) => status === 401)).toHaveLength(1);
    expect(await login('right')).toMatchObject({ status: 429, retryAfter: '60' });
  });

  it('counts successes alone, or what a function of the status says', async () => {
    const successes = await start({ countOnly: 'successes' });
    for (let count = 0; count < 4; count++) expect((await successes.login('no')).status).toBe(401);
    expect(await successes.login('right')).toMatchObject({ status: 201, remaining: '1' });
    expect(await successes.login('right')).toMatchObject({ status: 201, remaining: '0' });
    const none = await start({ countOnly: (status) => status === 418 });
    for (let count = 0; count < 4; count++) expect((await none.login('no')).status).toBe(401);
    const failing = await start({
      countOnly: () => {
        throw new Error('a bug');
      },
    });
    for (let left = 1; left >= 0; left--) {
      expect(await failing.login('right')).toMatchObject({ status: 201, remaining: `${left}` });
    }
  });

  it('blocks longer from violation to violation, and forgets in time', async () => {
    const { login, clock } = await start({
      ...{ limit: 1, windowMs: 1_000, block: { firstMs: 10_000, factor: 3, maxMs: 60_000 } },
    });
    const violate = async () => {
      expect((await login('right')).status).toBe(201);
      const { status, retryAfter } = await login('right');
      expect(status).toBe(429);
      clock.nowMs += Number(retryAfter) * 1_000;
      return retryAfter;
    };
    expect([await violate(), await violate(), await violate(), await violate()]).toEqual([
      ...['10', '30', '60', '60'],
    ]);
    clock.nowMs += 60_001;
    expect(await violate()).toBe('10');
  });

  it('in the shadow refuses nobody and tells clients nothing', async () => {
    const daily = { name: 'daily', limit: 3, windowMs: 86_400_000 };
    const { login } = await start({ shadow: true }, [daily]);
    expect(await login('right')).toMatchObject({ status: 201, limit: '3', remaining: '2' });
    expect(await login('right')).toMatchObject({ status: 201, limit: '3', remaining: '1' });
    expect(await login('right')).toMatchObject({ status: 201, limit: '3', remaining: '0' });
    expect(await login('right')).toMatchObject({ status: 429, limit: '3' });
    const alone = await start({ shadow: true });
    expect(await alone.login('right')).toMatchObject({ status: 201, limit: null });
  });
});
