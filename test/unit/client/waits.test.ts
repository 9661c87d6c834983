import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { retryAfterMs } from '../../../lib/client/call/retry-after';
import { bare, failureOf, fakeApi, nested } from './support/fake-api';

const now = Date.parse('2026-01-15T10:00:00Z');
const after = (
  headers: Record<string, string>,
  status = 429,
  details?: unknown,
  timestamp?: string,
) => retryAfterMs(status, new Headers(headers), details, timestamp, now);

describe('The wait that a server asks for', () => {
  it.each([
    ['12', 12_000],
    [' 12 ', 12_000],
    ['0', 0],
    ['1.5', 1_500],
    ['Thu, 15 Jan 2026 10:00:30 GMT', 30_000],
    ['Thursday, 15-Jan-26 10:00:30 GMT', 30_000],
    ['Thu Jan 15 10:00:30 2026', 30_000],
    ['Thu, 15 Jan 2026 09:00:00 GMT', undefined],
    ['-5', undefined],
    ['soon', undefined],
    ['', undefined],
    ['5 minutes', undefined],
    ['2026', 2_026_000],
  ])('Retry-After: %s is %s ms', (value, expected) => {
    expect(after({ 'retry-after': value })).toBe(expected);
  });

  it('is measured by the clock of the server, where it says its time', () => {
    const header = { 'retry-after': 'Thu, 15 Jan 2026 12:00:30 GMT' };
    expect(after({ ...header, date: 'Thu, 15 Jan 2026 12:00:00 GMT' })).toBe(30_000);
    expect(after(header, 429, {}, '2026-01-15T12:00:00.000Z')).toBe(30_000);
    const reset = String(Date.parse('2026-01-15T12:00:09Z') / 1_000);
    expect(after({ 'x-ratelimit-reset': reset, date: 'Thu, 15 Jan 2026 12:00:00 GMT' })).toBe(
      9_000,
    );
  });

  it.each([
    ['"burst";r=0;t=5', 5_000],
    ['"burst";r=0;t=5, "daily";r=0;t=60', 60_000],
    ['"burst";r=0;t=5, "daily";r=10;t=60', 5_000],
    ['limit=10, remaining=0, reset=7', 7_000],
    ['limit=10, remaining=3, reset=7', undefined],
    ['"burst";r=0', undefined],
    ['nonsense', undefined],
  ])('RateLimit: %s is %s ms', (value, expected) => {
    expect(after({ ratelimit: value })).toBe(expected);
  });

  it('takes X-RateLimit-Reset as epoch seconds, epoch milliseconds or the seconds that are left', () => {
    expect(after({ 'x-ratelimit-reset': String(now / 1_000 + 4) })).toBe(4_000);
    expect(after({ 'x-ratelimit-reset': String(now + 4_000) })).toBe(4_000);
    expect(after({ 'x-ratelimit-reset': '4' })).toBe(4_000);
  });

  it('does not take rate limits for the reason of a 503: they stand on every answer', () => {
    const headers = { 'x-ratelimit-reset': '4', ratelimit: '"a";r=0;t=5' };
    expect(after(headers, 503, { resetAt: '2026-01-15T10:00:09Z' })).toBeUndefined();
    expect(after(headers, 503, { retryAfter: 2 })).toBe(2_000);
  });

  it('is undefined or a number from 0 up, whatever is sent', () => {
    const seed = Date.now();
    const details = fc.record({ retryAfter: fc.jsonValue(), resetAt: fc.jsonValue() });
    const value = fc.string().filter((text) => /^[\x20-\x7e]*$/.test(text));
    const property = fc.property(value, value, value, details, (header, reset, field, context) => {
      const headers = { 'retry-after': header, 'x-ratelimit-reset': reset, ratelimit: field };
      const wait = after(headers, 429, context, header) ?? 0;
      expect(wait).toBeGreaterThanOrEqual(0);
    });
    fc.assert(property, { seed, numRuns: 500 });
  });
});

describe('A call', () => {
  it('fails at once where the wait would outlast its deadline', async () => {
    const { api, clock } = fakeApi({ totalTimeoutMs: 5_000 }, bare(503, { 'retry-after': '6' }));
    const startMs = clock.now();
    expect(await failureOf(api.get('/x'))).toMatchObject({ attempts: 1, retryAfterMs: 6_000 });
    expect(clock.now()).toBe(startMs);
  });

  it('ends an attempt in time, and repeats it', async () => {
    const { api, clock } = fakeApi({ timeoutMs: 1_000, random: () => 0 }, 'hang');
    const startMs = clock.now();
    expect(await failureOf(api.get('/x'))).toMatchObject({
      code: 'TIMEOUT',
      attempts: 4,
      action: 'RETRY',
    });
    expect(clock.now() - startMs).toBe(4_000);
  });

  it('ends by its deadline, whatever it does', async () => {
    const { api, clock } = fakeApi({ totalTimeoutMs: 2_500, timeoutMs: 1_000 }, 'hang');
    const startMs = clock.now();
    expect(await failureOf(api.get('/x'))).toMatchObject({ code: 'TIMEOUT' });
    expect(clock.now() - startMs).toBeLessThanOrEqual(2_500);
  });

  it('takes a time-out of the caller for one, and does not repeat it', async () => {
    const { api } = fakeApi({ timeoutMs: 0, totalTimeoutMs: 0 }, 'hang');
    const signal = AbortSignal.timeout(5);
    expect(await failureOf(api.get('/x', { signal }))).toMatchObject({
      code: 'TIMEOUT',
      attempts: 1,
    });
  });

  it('counts repeats by status: each has its own limit', async () => {
    const answers = [bare(500), bare(500), bare(500), bare(503), bare(503), bare(500)];
    const { api } = fakeApi({}, ...answers);
    expect(await failureOf(api.get('/x'))).toMatchObject({ status: 500, attempts: 6 });
  });

  it('repeats no more than the client has in reserve, which successes refill', async () => {
    const answers = Array.from({ length: 6 }, () => bare(500));
    const { api } = fakeApi({ retryBudget: 4 }, ...answers, bare(200));
    expect(await failureOf(api.get('/x'))).toMatchObject({ attempts: 4 });
    expect(await failureOf(api.get('/x'))).toMatchObject({ attempts: 2 });
    for (let call = 0; call < 11; call++) await api.get('/x');
  });

  it('takes other rules by status, by code and by call', async () => {
    const locked = (error: { code: string }) => error.code === 'RESOURCE_LOCKED';
    const rules = { retry: { 409: locked, 503: 1, BUSY: 2, 500: false }, totalTimeoutMs: 0 };
    const attempts = async (answer: Response, options = {}) =>
      (await failureOf(fakeApi(rules, answer).api.put('/x', {}, options))).attempts;
    expect(await attempts(nested(409, 'RESOURCE_LOCKED'))).toBe(2);
    expect(await attempts(nested(409, 'RESOURCE_CONFLICT'))).toBe(1);
    expect(await attempts(bare(503))).toBe(2);
    expect(await attempts(nested(503, 'BUSY'))).toBe(3);
    expect(await attempts(bare(500))).toBe(1);
    expect(await attempts(bare(503), { retry: { 503: 0 } })).toBe(1);
    expect(await attempts(bare(502), { retry: false })).toBe(1);
    expect(await attempts(bare(500), { retry: { 500: true } })).toBe(4);
  });

  it('never replays a stream', async () => {
    const { api, sent } = fakeApi({}, bare(503));
    const body = new Blob(['x']).stream();
    await failureOf(api.put('/x', body));
    expect(sent).toMatchObject([{ body: 'x' }]);
  });

  it('waits before it sends, where the last answer left nothing', async () => {
    const used = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(now / 1_000 + 8) };
    const { api, clock } = fakeApi({ pace: true }, bare(200, used), bare(200));
    await api.get('/x');
    await api.get('/other');
    expect(clock.now()).toBe(now);
    await api.get('/x');
    expect(clock.now()).toBe(now + 8_000);
  });
});
