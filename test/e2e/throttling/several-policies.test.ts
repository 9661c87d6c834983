import { Controller, Get } from '@nestjs/common';
import { describe, expect, it } from 'vitest';
import { PLATFORMS, startApp } from '../../support/platforms';
import { limitHeaders, START_MS, TestClock } from './rate-limit';

@Controller()
class EventsController {
  @Get('events')
  list() {
    return [];
  }
}

const policies = [
  { name: 'burst', limit: 2, windowMs: 1_000 },
  { name: 'hourly', limit: 3, windowMs: 3_600_000 },
];
const reset = (afterMs: number) => String(Math.ceil((START_MS + afterMs) / 1000));

describe.each(PLATFORMS)('Several policies on %s', (_name, create) => {
  it('speak through the most pressing, and none is charged when one refuses', async () => {
    const clock = new TestClock();
    const { send } = await startApp(create, {
      options: { throttling: { policies, clock: clock.read } },
      controllers: [EventsController],
    });
    const at = async (afterMs: number) => {
      clock.nowMs = START_MS + afterMs;
      return limitHeaders(await send('/events'));
    };
    const burst = { limit: '2', reset: reset(1_000), retryAfter: null };
    const hourly = { limit: '3', reset: reset(3_600_000), retryAfter: null };

    expect(await at(0)).toEqual({ ...burst, status: 200, remaining: '1' });
    expect(await at(0)).toEqual({ ...burst, status: 200, remaining: '0' });
    expect(await at(10)).toEqual({ ...burst, status: 429, remaining: '0', retryAfter: '1' });
    expect(await at(20)).toEqual({ ...burst, status: 429, remaining: '0', retryAfter: '1' });
    expect(await at(1_000)).toEqual({ ...hourly, status: 200, remaining: '0' });
    const refused = { ...hourly, status: 429, remaining: '0', retryAfter: '3599' };
    expect(await at(1_000)).toEqual(refused);
    expect(await at(1_100)).toEqual(refused);
  });
});
