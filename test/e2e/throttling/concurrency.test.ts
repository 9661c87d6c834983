import { Controller, Get } from '@nestjs/common';
import { SkipThrottle } from '@nestjs/throttler';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { PLATFORMS, startApp } from '../../support/platforms';
import { limitHeaders } from './rate-limit';

const waiting: ((fail?: Error) => void)[] = [];

@Controller()
class ReportsController {
  @Get('reports')
  create() {
    return new Promise((resolve, reject) => {
      waiting.push((fail) => (fail ? reject(fail) : resolve({})));
    });
  }

  @Get('quick')
  @SkipThrottle({ default: true })
  quick() {
    return {};
  }
}

const throttling = {
  policies: [{ name: 'default', algorithm: 'concurrency' as const, limit: 2 }],
};

afterEach(() => {
  for (const end of waiting.splice(0)) end();
});

describe.each(PLATFORMS)('Requests in flight on %s', (_name, create) => {
  async function start() {
    const { send, app } = await startApp(create, {
      options: { throttling },
      controllers: [ReportsController],
    });
    const inFlight = (count: number) => vi.waitUntil(() => waiting.length === count);
    const { port } = app.getHttpServer().address() as { port: number };
    return { send, inFlight, url: `http://127.0.0.1:${port}/reports` };
  }

  it('are refused beyond the limit, and give their place back when they are answered', async () => {
    const { send, inFlight } = await start();
    const [first, second] = [send('/reports'), send('/reports')];
    await inFlight(2);
    expect(limitHeaders(await send('/reports'))).toMatchObject({
      ...{ status: 429, limit: '2', remaining: '0', retryAfter: '1' },
    });
    expect((await send('/quick')).status).toBe(200);
    waiting.shift()?.();
    waiting.shift()?.(new Error('no database'));
    const statuses = (await Promise.all([first, second])).map(({ status }) => status);
    expect(statuses.toSorted((a, b) => a - b)).toEqual([200, 500]);
    const [third, fourth] = [send('/reports'), send('/reports')];
    await inFlight(2);
    for (const end of waiting.splice(0)) end();
    expect((await third).status).toBe(200);
    expect((await fourth).status).toBe(200);
  });

  it('give their place back when the client leaves', async () => {
    const { send, inFlight, url } = await start();
    const leaving = new AbortController();
    const left = [1, 2].map(async () => fetch(url, { signal: leaving.signal }).catch(() => 'left'));
    await inFlight(2);
    expect((await send('/reports')).status).toBe(429);
    leaving.abort();
    await Promise.all(left);
    await vi.waitFor(async () => {
      const answer = send('/reports');
      await inFlight(3);
      waiting.at(-1)?.();
      expect((await answer).status).toBe(200);
    });
  });
});
