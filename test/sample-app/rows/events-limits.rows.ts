import { expect, it } from 'vitest';
import { tokenOf } from '../support/accounts';
import { expectNested } from '../support/expect-answer';
import type { SampleApp } from '../support/sample-app';

export function eventsLimitsRows(app: () => SampleApp): void {
  it('G10 admits five searches a minute and tells in body and headers when to come back', async () => {
    // Nobody else searches as Globex, so that its limit is whole.
    const token = await tokenOf(app(), 'admin@globex.test');
    const headers = { 'tenant-code': 'globex' };
    const search = () => app().sendEvent('/event/search', { token, headers, body: { text: 'a' } });
    for (const remaining of ['4', '3', '2', '1', '0']) {
      const answer = await search();
      expect(answer.status).toBe(200);
      expect(answer.headers.get('x-ratelimit-limit')).toBe('5');
      expect(answer.headers.get('x-ratelimit-remaining')).toBe(remaining);
    }
    const refused = await search();
    const reset = Number(refused.headers.get('x-ratelimit-reset'));
    const retryAfter = Number(refused.headers.get('retry-after'));
    expectNested(refused, {
      status: 429,
      code: 'RATE_LIMIT_EXCEEDED',
      message: 'API rate limit exceeded',
      path: '/event/search',
      method: 'POST',
      details: {
        limit: 5,
        remaining: 0,
        resetAt: `${new Date(reset * 1000).toISOString().slice(0, 19)}Z`,
        retryAfter,
      },
    });
    expect(refused.headers.get('x-ratelimit-limit')).toBe('5');
    expect(refused.headers.get('x-ratelimit-remaining')).toBe('0');
    expect(retryAfter).toBeGreaterThan(50);
    expect(retryAfter).toBeLessThanOrEqual(60);
  });

  it('G11 tells an upstream that is down, slow or broken apart', async () => {
    const token = await tokenOf(app(), 'user@acme.test');
    const path = '/event/evt-open/venue';
    const ask = (mode: string) => app().sendEvent(`${path}?upstream=${mode}`, { token });
    const failed = {
      status: 502,
      code: 'UPSTREAM_FAILED',
      message: 'A service this API depends on failed',
      path,
      details: { service: 'venues' },
    };
    expectNested(await ask('down'), failed);
    expectNested(await ask('broken'), failed);
    expectNested(await ask('slow'), {
      status: 504,
      code: 'UPSTREAM_TIMEOUT',
      message: 'A service this API depends on took too long',
      path,
      details: { service: 'venues', timeoutMs: 1_000 },
    });
    const venue = await app().sendEvent(path, { token });
    expect([venue.status, venue.body]).toStrictEqual([
      200,
      { id: 'ven-hall', name: 'Main Hall', address: '1 Market Square' },
    ]);
  });

  it('G13 says how long the maintenance lasts', async () => {
    const token = await tokenOf(app(), 'user@acme.test');
    const path = '/event/maintenance';
    const answer = await app().sendEvent(path, { token, method: 'POST' });
    expectNested(answer, {
      status: 503,
      code: 'SERVICE_UNAVAILABLE',
      message: 'The service is temporarily unavailable',
      path,
      method: 'POST',
    });
    expect(answer.headers.get('retry-after')).toBe('120');
  });
}
