import { describe, expect, it } from 'vitest';
import { messages, report } from '../../../lib/client';
import { bare, failureOf, fakeApi, json, nested, turns } from './support/fake-api';

type Fault =
  | 'resolves undefined after a useless last wait'
  | 'retries a 400 by its own catch'
  | 'fails with a SyntaxError on 204'
  | 'does not wait after network errors'
  | 'drops method and body in a refresh'
  | 'does not share a refresh'
  | 'waits for a reset in the past'
  | 'takes an HTTP-date for 0 ms'
  | 'waits without a cap'
  | 'reads headers as members'
  | 'jitters above the cap'
  | 'repeats a POST'
  | 'refreshes on every 401'
  | 'repeats what was aborted'
  | 'returns a function for a code called constructor'
  | 'lets everyone through a half-open circuit'
  | 'counts a 4xx as a failure of the circuit'
  | 'leaks the token in logs and reports';

const secret = 'eyJhbGciOiJub25l.eyJzdWIiOiIxIn0.x';

/** The errors in the guides' own code: a missing one does not compile. */
const faults: Readonly<Record<Fault, () => Promise<void>>> = {
  'resolves undefined after a useless last wait': async () => {
    const { api, waits, sent } = fakeApi({}, bare(500));
    expect(await failureOf(api.get('/x'))).toMatchObject({ status: 500, attempts: 4 });
    expect(waits).toHaveLength(3);
    expect(sent).toHaveLength(4);
  },
  'retries a 400 by its own catch': async () => {
    const { api, sent } = fakeApi({}, nested(400, 'BAD_REQUEST'));
    await failureOf(api.get('/x'));
    expect(sent).toHaveLength(1);
  },
  'fails with a SyntaxError on 204': async () => {
    for (const status of [204, 205, 304]) {
      const headers = { 'content-type': 'application/json' };
      const { api } = fakeApi({}, new Response(null, { status, headers }));
      expect(await api.get('/x')).toBeUndefined();
    }
    const { api } = fakeApi(
      {},
      new Response('', { headers: { 'content-type': 'application/json' } }),
    );
    expect(await api.get('/x')).toBeUndefined();
  },
  'does not wait after network errors': async () => {
    const { api, waits } = fakeApi({}, new TypeError('fetch failed'));
    await failureOf(api.get('/x'));
    expect(waits).toEqual([1_000, 2_000, 4_000]);
  },
  'drops method and body in a refresh': async () => {
    let token = 'old';
    const auth = { token: () => token, refresh: () => void (token = 'new') };
    const form = new URLSearchParams({ a: '1' });
    const { api, sent } = fakeApi({ auth }, nested(401, 'AUTH_TOKEN_EXPIRED'), bare(200));
    await api.patch('/x', form);
    expect(sent.map(({ method, body }) => `${method} ${body}`)).toEqual(['PATCH a=1', 'PATCH a=1']);
  },
  'does not share a refresh': async () => {
    let token = 'old';
    let refreshes = 0;
    const refresh = async () => {
      refreshes++;
      await turns();
      token = 'new';
    };
    const { api } = fakeApi({ auth: { token: () => token, refresh } }, ({ headers }) =>
      headers['authorization'] === 'Bearer new' ? json(1) : nested(401, 'AUTH_TOKEN_EXPIRED'),
    );
    const answers = await Promise.all(Array.from({ length: 50 }, () => api.get('/x')));
    expect(answers).toEqual(Array(50).fill(1));
    expect(refreshes).toBe(1);
  },
  'waits for a reset in the past': async () => {
    for (const reset of ['1', '1000000000', '-5', '0', 'x', '']) {
      const { api, waits } = fakeApi({}, bare(429, { 'x-ratelimit-reset': reset }), bare(200));
      await api.get('/x');
      expect(waits).toEqual([1_000]);
    }
  },
  'takes an HTTP-date for 0 ms': async () => {
    for (const date of [
      'Thu, 15 Jan 2026 10:00:05 GMT',
      'Thursday, 15-Jan-26 10:00:05 GMT',
      'Thu Jan 15 10:00:05 2026',
    ]) {
      const { api, waits } = fakeApi({}, bare(503, { 'retry-after': date }), bare(200));
      await api.get('/x');
      expect(waits).toEqual([5_000]);
    }
  },
  'waits without a cap': async () => {
    for (const wait of ['61', '99999999999', 'Fri, 16 Jan 2026 10:00:00 GMT']) {
      const { api, waits } = fakeApi({}, bare(429, { 'retry-after': wait }));
      const error = await failureOf(api.get('/x'));
      expect(error.attempts).toBe(1);
      expect(error.retryAfterMs).toBeGreaterThan(60_000);
      expect(waits).toEqual([]);
    }
    const endless = { maxRetryAfterMs: Infinity, totalTimeoutMs: 0 };
    const { api } = fakeApi(endless, bare(429, { 'retry-after': '2147484' }));
    expect(await failureOf(api.get('/x'))).toMatchObject({ attempts: 1 });
  },
  'reads headers as members': async () => {
    const { api, waits } = fakeApi({}, bare(429, { 'Retry-After': '7' }), bare(200));
    await api.get('/x');
    expect(waits).toEqual([7_000]);
  },
  'jitters above the cap': async () => {
    const { api, waits } = fakeApi(
      { random: () => 0.999, retry: { 500: 9 }, totalTimeoutMs: 0 },
      bare(500),
    );
    await failureOf(api.get('/x'));
    expect(Math.max(...waits)).toBeLessThanOrEqual(30_000);
    expect(waits).toHaveLength(9);
  },
  'repeats a POST': async () => {
    for (const answer of [
      bare(500),
      bare(502),
      bare(503),
      bare(504),
      new TypeError('fetch failed'),
    ]) {
      for (const call of ['post', 'patch'] as const) {
        const { api, sent } = fakeApi({}, answer);
        await failureOf(api[call]('/x', {}));
        expect(sent).toHaveLength(1);
      }
    }
    const keyed = fakeApi({}, bare(503), bare(200));
    await keyed.api.post('/x', {}, { idempotencyKey: true });
    const [first, second] = keyed.sent.map(({ headers }) => headers['idempotency-key']);
    expect(first).toMatch(/^\d{1,20}-\d{1,20}$/);
    expect(second).toBe(first);
    const limited = fakeApi({}, bare(429), bare(200));
    await limited.api.post('/x', {});
    expect(limited.sent).toHaveLength(2);
  },
  'refreshes on every 401': async () => {
    let refreshes = 0;
    const auth = { token: () => 'same', refresh: () => void refreshes++ };
    for (const code of ['AUTH_CLIENT_INVALID', 'AUTH_TOKEN_MISSING', 'AUTH_TOKEN_INVALID']) {
      await failureOf(fakeApi({ auth }, nested(401, code)).api.get('/x'));
    }
    await failureOf(fakeApi({ auth }, bare(401)).api.get('/x'));
    expect(refreshes).toBe(0);
    const { api, sent } = fakeApi({ auth }, nested(401, 'AUTH_TOKEN_EXPIRED'));
    expect(await failureOf(api.get('/x'))).toMatchObject({ attempts: 2 });
    expect(sent).toHaveLength(2);
    expect(refreshes).toBe(1);
  },
  'repeats what was aborted': async () => {
    const inFlight = new AbortController();
    const first = fakeApi({}, 'hang');
    const call = failureOf(first.api.get('/x', { signal: inFlight.signal }));
    inFlight.abort(new Error('enough'));
    expect(await call).toMatchObject({ code: 'ABORTED', cause: new Error('enough') });

    const inBackoff = new AbortController();
    const second = fakeApi({ on: { retry: () => inBackoff.abort() } }, bare(503));
    const startMs = second.clock.now();
    expect(await failureOf(second.api.get('/x', { signal: inBackoff.signal }))).toMatchObject({
      code: 'ABORTED',
      attempts: 1,
    });
    expect(second.clock.now() - startMs).toBeLessThan(1_000);

    const before = fakeApi({}, bare(200));
    expect(await failureOf(before.api.get('/x', { signal: AbortSignal.abort() }))).toMatchObject({
      code: 'ABORTED',
      attempts: 0,
    });
    expect(before.sent).toHaveLength(0);
  },
  'returns a function for a code called constructor': async () => {
    for (const code of ['constructor', '__proto__', 'toString']) {
      const { api } = fakeApi({}, nested(400, code));
      const error = await failureOf(api.get('/x'));
      expect(messages('en')(error)).toEqual({
        message: `${code} happened`,
        suggestions: ['Please try again or contact support'],
      });
      expect(error.resolution).toBeUndefined();
    }
  },
  'lets everyone through a half-open circuit': async () => {
    const answers = [
      bare(503),
      bare(503),
      async () => {
        await turns();
        return bare(200);
      },
    ];
    const { api, clock, sent } = fakeApi({ breaker: { failures: 2 }, retry: false }, ...answers);
    await failureOf(api.get('/x'));
    await failureOf(api.get('/x'));
    clock.pass(60_000);
    const calls = await Promise.allSettled(Array.from({ length: 50 }, () => api.get('/x')));
    expect(calls.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(sent).toHaveLength(3);
  },
  'counts a 4xx as a failure of the circuit': async () => {
    const { api } = fakeApi(
      { breaker: { failures: 2 }, retry: false },
      bare(503),
      bare(404),
      bare(429),
      bare(401),
      bare(200),
    );
    for (let call = 0; call < 4; call++) await failureOf(api.get('/x'));
    await api.get('/x');
  },
  'leaks the token in logs and reports': async () => {
    const logged: unknown[] = [];
    const log = (event: unknown) => void logged.push(event);
    const on = { request: log, response: log, error: log, retry: log };
    const headers = { 'set-cookie': `sid=${secret}`, 'content-type': 'application/json' };
    const leaky = json(
      {
        error: { code: 'X', message: `Bearer ${secret} is bad`, details: { accessToken: secret } },
      },
      500,
      headers,
    );
    const { api } = fakeApi({ auth: { token: () => secret }, on, debug: true, logger: on }, leaky);
    const body = { accessToken: secret, nested: [{ password: secret }], text: `token=${secret}` };
    const error = await failureOf(
      api.put(`/x?access_token=${secret}`, body, {
        headers: { 'x-api-key': secret, cookie: secret },
      }),
    );
    const shown = logged.map((event) => ({ ...(event as object), error: undefined }));
    for (const each of [shown, report(error), error.request]) {
      expect(JSON.stringify(each)).not.toContain(secret);
    }
    expect(logged.length).toBeGreaterThan(4);
  },
};

describe('Unlike the code of the guides, the client never', () => {
  it.each(Object.entries(faults).map(([fault, check]) => ({ fault, check })))(
    '$fault',
    ({ check }) => check(),
  );
});
