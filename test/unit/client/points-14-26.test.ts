import { describe, expect, it } from 'vitest';
import { messages, partialFailures, report } from '../../../lib/client';
import { bare, failureOf, fakeApi, flat, json, nested } from './support/fake-api';
import { listPoints, type Points, type SecondHalf } from './support/points';

/** The second half; a missing one does not compile. */
const points: Points<SecondHalf> = {
  14: [
    'else waits exponentially: base 1 s, cap 30 s, jittered',
    async () => {
      const { api, waits } = fakeApi({ retry: { 503: 7 }, totalTimeoutMs: 0 }, bare(503));
      await failureOf(api.get('/x'));
      expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
      const half = fakeApi({ random: () => 0.5 }, bare(500));
      await failureOf(half.api.get('/x'));
      expect(half.waits).toEqual([500, 1_000, 2_000]);
    },
  ],
  15: [
    'throws the last failure with the number of attempts',
    async () => {
      const { api } = fakeApi({}, bare(500), bare(502), nested(404, 'RESOURCE_NOT_FOUND'));
      expect(await failureOf(api.get('/x'))).toMatchObject({ status: 404, attempts: 3 });
    },
  ],
  16: [
    'refreshes an expired token and replays method, body and headers once',
    async () => {
      let token = 'old';
      const auth = { token: () => token, refresh: () => void (token = 'new') };
      const { api, sent } = fakeApi(
        { auth },
        nested(401, 'AUTH_TOKEN_EXPIRED'),
        json({ ok: true }),
      );
      expect(
        await api.post('/x', { a: 1 }, { headers: { 'x-own': 'kept' }, idempotencyKey: true }),
      ).toEqual({ ok: true });
      const [first, second] = sent;
      expect(second).toEqual({
        ...first,
        headers: { ...first?.headers, authorization: 'Bearer new' },
      });
      expect(first).toMatchObject({
        method: 'POST',
        body: '{"a":1}',
        headers: { authorization: 'Bearer old', 'x-own': 'kept' },
      });
    },
  ],
  17: [
    'follows a strategy by code, which can be replaced',
    async () => {
      const seen: string[] = [];
      const recovery = {
        BUSINESS_EVENT_FULL: (error: { code: string }) => seen.push(error.code) === 1,
        SERVICE_UNAVAILABLE: 'FATAL' as const,
      };
      const { api } = fakeApi({ recovery }, nested(422, 'BUSINESS_EVENT_FULL'));
      expect(await failureOf(api.post('/x'))).toMatchObject({ attempts: 2 });
      expect(seen).toHaveLength(2);
      const fatal = fakeApi({ recovery }, nested(503, 'SERVICE_UNAVAILABLE'));
      expect(await failureOf(fatal.api.get('/x'))).toMatchObject({ attempts: 1, action: 'FATAL' });
    },
  ],
  18: [
    'breaks the circuit: 5 failures, open for 60 s, half-open, an error of its own',
    async () => {
      const states: string[] = [];
      const { api, clock, sent } = fakeApi(
        { breaker: {}, retry: false, on: { breaker: ({ state }) => states.push(state) } },
        ...Array.from({ length: 5 }, () => bare(503)),
        bare(200),
      );
      for (let call = 0; call < 5; call++) await failureOf(api.get('/x'));
      expect(await failureOf(api.get('/x'))).toMatchObject({
        code: 'CIRCUIT_OPEN',
        retryAfterMs: 60_000,
        attempts: 0,
      });
      expect(sent).toHaveLength(5);
      clock.pass(60_000);
      await api.get('/x');
      expect(states).toEqual(['open', 'half-open', 'closed']);
    },
  ],
  19: [
    'names the action',
    async () => {
      const of = async (status: number, code: string) =>
        (await failureOf(fakeApi({ retry: false }, nested(status, code)).api.get('/x'))).action;
      expect(await of(429, 'RATE_LIMIT_EXCEEDED')).toBe('RETRY');
      expect(await of(500, 'INTERNAL_ERROR')).toBe('RETRY');
      expect(await of(401, 'AUTH_TOKEN_EXPIRED')).toBe('REFRESH_TOKEN');
      expect(await of(401, 'AUTH_CLIENT_INVALID')).toBe('USER_ACTION');
      expect(await of(422, 'VALIDATION_FAILED')).toBe('USER_ACTION');
      const offline = fakeApi({ retry: false }, new TypeError('fetch failed'));
      expect((await failureOf(offline.api.get('/x'))).action).toBe('RETRY');
      const { api } = fakeApi({});
      expect((await failureOf(api.get('/x', { signal: AbortSignal.abort() }))).action).toBe(
        'FATAL',
      );
    },
  ],
  20: [
    "tells users a text by code, else the server's, else a generic one",
    async () => {
      const tell = messages('en');
      const of = async (answer: Response) =>
        tell(await failureOf(fakeApi({ retry: false }, answer).api.get('/x'))).message;
      expect(await of(nested(404, 'RESOURCE_NOT_FOUND'))).toBe('The requested item was not found');
      expect(await of(nested(422, 'BUSINESS_APPROVAL_REQUIRED'))).toBe(
        'BUSINESS_APPROVAL_REQUIRED happened',
      );
      expect(await of(new Response('<h1>502</h1>', { status: 502 }))).toBe('An error occurred');
      const german = messages('de-AT', {
        de: { RESOURCE_NOT_FOUND: { message: 'Nicht gefunden' }, '*': { message: 'Ein Fehler' } },
      });
      expect(german(await failureOf(fakeApi({}, bare(404)).api.get('/x'))).message).toBe(
        'Nicht gefunden',
      );
      expect(german(await failureOf(fakeApi({}, bare(400)).api.get('/x'))).message).toBe(
        'Ein Fehler',
      );
    },
  ],
  21: [
    'suggests what to do by code',
    async () => {
      const tell = messages('en');
      const of = async (code: string) =>
        tell(await failureOf(fakeApi({ retry: false }, nested(400, code)).api.get('/x')))
          .suggestions;
      expect(await of('VALIDATION_FAILED')).toEqual([
        'Review the field requirements',
        'Check for required fields',
        'Verify data formats',
      ]);
      expect(await of('AUTH_TOKEN_EXPIRED')).toEqual(['Sign in again', 'Refresh your session']);
      expect(await of('ANYTHING')).toEqual(['Please try again or contact support']);
    },
  ],
  22: [
    'resolves PARTIAL_SUCCESS and lists what failed',
    async () => {
      const failures = [{ index: 3, id: 'item-3', error: 'Duplicate name' }];
      const details = { succeeded: 8, failed: 1, failures };
      const bodies = [
        nested(207, 'PARTIAL_SUCCESS', details),
        flat(207, 'Some operations failed', details),
        json(
          { type: 'about:blank', status: 207, detail: 'x', code: 'PARTIAL_SUCCESS', ...details },
          207,
        ),
      ];
      for (const body of bodies) {
        expect(partialFailures(await fakeApi({}, body).api.post('/bulk'))).toEqual(failures);
      }
      expect(partialFailures([])).toEqual([]);
    },
  ],
  23: [
    'logs by debug, logLevel and a logger of request, response and error',
    async () => {
      const logged: string[] = [];
      const logger = {
        request: () => void logged.push('request'),
        response: () => void logged.push('response'),
        error: () => void logged.push('error'),
      };
      await failureOf(fakeApi({ debug: true, logger }, bare(404)).api.get('/x'));
      expect(logged).toEqual(['request', 'response', 'error']);
      await failureOf(fakeApi({ debug: true, logger, logLevel: 'error' }, bare(404)).api.get('/x'));
      await failureOf(fakeApi({ logger }, bare(404)).api.get('/x'));
      expect(logged).toEqual(['request', 'response', 'error', 'error']);
      const levels: string[] = [];
      const console = {
        debug: (...[, type]: unknown[]) => void levels.push(`debug ${type as string}`),
        error: (...[, type]: unknown[]) => void levels.push(`error ${type as string}`),
      };
      await failureOf(fakeApi({ debug: true, logger: console }, bare(404)).api.get('/x'));
      expect(levels).toEqual(['debug request', 'debug response', 'error error']);
    },
  ],
  24: [
    'logs time, method, URL, headers, 1000 characters of the body, trace ID, attempts and waits',
    async () => {
      const logged: unknown[] = [];
      const log = (event: unknown) => void logged.push(event);
      const logger = { request: log, response: log, error: log };
      const text = 'x'.repeat(2_000);
      const { api } = fakeApi(
        { debug: true, logger },
        new Response(text, { status: 503, headers: { 'x-trace-id': 't' } }),
        bare(200),
      );
      await api.get('/x');
      const time = '2026-01-15T10:00:00.000Z';
      const about = { time, attempt: 1, method: 'GET', url: 'https://api.example/v1/x' };
      expect(logged[0]).toMatchObject({ ...about, headers: {} });
      expect(logged[1]).toMatchObject({
        ...about,
        status: 503,
        traceId: 't',
        body: text.slice(0, 1_000),
        durationMs: 0,
      });
      expect(logged[2]).toMatchObject({ time, attempt: 1, waitMs: 1_000, error: { status: 503 } });
      expect(logged[3]).toMatchObject({ attempt: 2 });
    },
  ],
  25: [
    'reports to support',
    async () => {
      const { api } = fakeApi(
        { headers: { 'api-version': '1.0', 'tenant-code': 'acme' }, retry: false },
        nested(500, 'INTERNAL_ERROR'),
      );
      const error = await failureOf(
        api.post(
          '/event/save?token=abc',
          { name: 'x', password: 'secret' },
          { headers: { authorization: 'Bearer abc' } },
        ),
      );
      expect(report(error)).toEqual({
        subject: 'API Error: INTERNAL_ERROR',
        priority: 'high',
        code: 'INTERNAL_ERROR',
        message: 'INTERNAL_ERROR happened',
        status: 500,
        traceId: 'trace-1',
        timestamp: '2026-01-15T10:00:00.000Z',
        attempts: 1,
        method: 'POST',
        endpoint: 'https://api.example/v1/event/save?token=[REDACTED]',
        headers: {
          'content-type': 'application/json',
          'api-version': '1.0',
          'tenant-code': 'acme',
          authorization: '[REDACTED]',
        },
        body: { name: 'x', password: '[REDACTED]' },
        details: undefined,
        apiVersion: '1.0',
        clientVersion: 'nestjs-errors 0.1.0',
        platform: expect.stringContaining('Node.js') as string,
        network: undefined,
      });
      expect(report(new Error())).toBeUndefined();
    },
  ],
  26: [
    'sends tenant and API version with every call',
    async () => {
      const headers = { 'Tenant-Code': 'acme', 'api-version': '1.0' };
      const { api, sent } = fakeApi({ headers }, bare(200));
      await api.get('/x');
      await api.post('x', {});
      await api.fetch('/x');
      for (const each of sent)
        expect(each).toMatchObject({
          url: 'https://api.example/v1/x',
          headers: { 'tenant-code': 'acme', 'api-version': '1.0' },
        });
    },
  ],
};

describe('Of the 26 points of the guides, the client', () => {
  it.each(listPoints(points))('$point $title', ({ check }) => check());
});
