import { Controller, Get } from '@nestjs/common';
import { SkipThrottle, Throttle } from '@nestjs/throttler';
import { describe, expect, it } from 'vitest';
import { PLATFORMS, startApp } from '../../support/platforms';
import { limitHeaders, NO_LIMIT, TestClock } from './rate-limit';

const byRole = { limit: () => Promise.resolve(9), ttl: () => 30_000 };

@Controller('events')
@Throttle({ default: { limit: 7 } })
class EventsController {
  @Get()
  list() {
    return [];
  }

  @Get('search')
  @Throttle({ default: { limit: 5, ttl: 60_000 } })
  search() {
    return [];
  }

  @Get('dynamic')
  @Throttle({ default: byRole })
  dynamic() {
    return [];
  }

  @Get('health')
  @SkipThrottle()
  health() {
    return 'ok';
  }
}

@Controller('open')
@SkipThrottle()
class OpenController {
  @Get()
  list() {
    return [];
  }

  @Get('costly')
  @SkipThrottle({ default: false })
  costly() {
    return [];
  }
}

@Controller('plain')
class PlainController {
  @Get()
  list() {
    return [];
  }

  @Get('strict')
  @Throttle({ default: { limit: 1, ttl: 1_000, blockDuration: 60_000 } })
  strict() {
    return [];
  }
}

const controllers = [EventsController, OpenController, PlainController];
const policies = [{ name: 'default', limit: 60, windowMs: 3_600_000 }];

describe.each(PLATFORMS)('Decorators of @nestjs/throttler on %s', (_name, create) => {
  async function start(throttling: object) {
    const clock = new TestClock();
    const options = { throttling: { clock: clock.read, ...throttling } };
    const { send } = await startApp(create, { options, controllers });
    return { clock, told: async (path: string) => limitHeaders(await send(path)) };
  }

  it('change the limit of a class and of a method', async () => {
    const { told } = await start({ policies });
    expect(await told('/plain')).toMatchObject({ limit: '60', remaining: '59' });
    expect(await told('/events')).toMatchObject({ limit: '7', remaining: '6' });
    expect(await told('/events/search')).toMatchObject({ limit: '5', remaining: '4' });
    expect(await told('/events/dynamic')).toMatchObject({ limit: '9', remaining: '8' });
  });

  it('skip a class or a method, and bring a method back', async () => {
    const { told } = await start({ policies });
    expect(await told('/events/health')).toEqual({ status: 200, ...NO_LIMIT });
    expect(await told('/open')).toEqual({ status: 200, ...NO_LIMIT });
    expect(await told('/open/costly')).toMatchObject({ limit: '60', remaining: '59' });
  });

  it('block a key from its violation on', async () => {
    const { told, clock } = await start({ policies });
    expect(await told('/plain/strict')).toMatchObject({ status: 200, limit: '1' });
    clock.nowMs += 500;
    expect(await told('/plain/strict')).toMatchObject({ status: 429, retryAfter: '60' });
    clock.nowMs += 59_000;
    expect(await told('/plain/strict')).toMatchObject({ status: 429, retryAfter: '1' });
    clock.nowMs += 1_000;
    expect(await told('/plain/strict')).toMatchObject({ status: 200 });
  });
});
