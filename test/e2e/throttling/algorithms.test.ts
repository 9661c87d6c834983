import { Controller, Get } from '@nestjs/common';
import type { ThrottlingPolicy } from 'nestjs-errors';
import { describe, expect, it } from 'vitest';
import { PLATFORMS, startApp } from '../../support/platforms';
import { limitHeaders, TestClock } from './rate-limit';

@Controller()
class EventsController {
  @Get('events')
  list() {
    return [];
  }
}

const at = (text: string) => Date.parse(text);
const seconds = (text: string) => String(at(text) / 1_000);

describe.each(PLATFORMS)('Over HTTP on %s', (_name, create) => {
  async function start(policy: Omit<ThrottlingPolicy, 'name'>) {
    const clock = new TestClock();
    const { send } = await startApp(create, {
      options: { throttling: { policies: [{ name: 'default', ...policy }], clock: clock.read } },
      controllers: [EventsController],
    });
    return async (time: string) => {
      clock.nowMs = at(time);
      const { limit: _limit, ...told } = limitHeaders(await send('/events'));
      return told;
    };
  }

  it('a sliding window counts the share of the last window that it still covers', async () => {
    const told = await start({ algorithm: 'sliding-window', limit: 2, windowMs: 60_000 });
    const full = seconds('2024-05-01T10:02:00Z');
    const passed = { status: 200, reset: full, retryAfter: null };
    expect(await told('2024-05-01T10:00:00Z')).toEqual({ ...passed, remaining: '1' });
    expect(await told('2024-05-01T10:00:30Z')).toEqual({ ...passed, remaining: '0' });
    const refused = { status: 429, remaining: '0', reset: full };
    expect(await told('2024-05-01T10:00:59Z')).toEqual({ ...refused, retryAfter: '31' });
    expect(await told('2024-05-01T10:01:29Z')).toEqual({ ...refused, retryAfter: '1' });
    const again = { status: 200, reset: seconds('2024-05-01T10:03:00Z'), retryAfter: null };
    expect(await told('2024-05-01T10:01:30Z')).toEqual({ ...again, remaining: '0' });
  });

  it('a token bucket lets a burst pass, then its even rate', async () => {
    const told = await start({ algorithm: 'token-bucket', limit: 6, windowMs: 60_000, burst: 2 });
    const passed = { status: 200, retryAfter: null };
    expect(await told('2024-05-01T10:00:00Z')).toEqual({
      ...{ ...passed, remaining: '1', reset: seconds('2024-05-01T10:00:10Z') },
    });
    const empty = { remaining: '0', reset: seconds('2024-05-01T10:00:20Z') };
    expect(await told('2024-05-01T10:00:00Z')).toEqual({ ...passed, ...empty });
    expect(await told('2024-05-01T10:00:04Z')).toEqual({ status: 429, ...empty, retryAfter: '6' });
    expect(await told('2024-05-01T10:00:10Z')).toEqual({
      ...{ ...passed, remaining: '0', reset: seconds('2024-05-01T10:00:30Z') },
    });
  });

  it('a calendar policy ends with the day of its zone', async () => {
    const told = await start({
      ...{ algorithm: 'calendar', limit: 1, per: 'day', timeZone: 'Europe/Berlin' },
    });
    const reset = seconds('2024-05-01T22:00:00Z');
    expect(await told('2024-05-01T10:00:00Z')).toEqual({
      ...{ status: 200, remaining: '0', reset, retryAfter: null },
    });
    expect(await told('2024-05-01T21:59:00Z')).toEqual({
      ...{ status: 429, remaining: '0', reset, retryAfter: '60' },
    });
    expect(await told('2024-05-01T22:00:00Z')).toMatchObject({ status: 200 });
  });
});
