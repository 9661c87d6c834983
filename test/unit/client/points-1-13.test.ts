import { describe, expect, it } from 'vitest';
import { fieldErrors } from '../../../lib/client';
import { bare, failureOf, fakeApi, flat, nested } from './support/fake-api';
import { type FirstHalf, listPoints, type Points } from './support/points';

/** The first half; a missing one does not compile. */
const points: Points<FirstHalf> = {
  1: [
    'parses the nested body',
    async () => {
      const { api } = fakeApi({}, nested(422, 'BUSINESS_EVENT_FULL', { capacity: 500 }));
      expect(await failureOf(api.get('/x'))).toMatchObject({
        name: 'ApiError',
        code: 'BUSINESS_EVENT_FULL',
        message: 'BUSINESS_EVENT_FULL happened',
        status: 422,
        details: { capacity: 500 },
        traceId: 'trace-1',
        fields: {},
        timestamp: '2026-01-15T10:00:00.000Z',
      });
    },
  ],
  2: [
    'parses the flat body',
    async () => {
      const { api } = fakeApi({}, flat(404, 'Resource not found'));
      expect(await failureOf(api.get('/x'))).toMatchObject({
        code: 'RESOURCE_NOT_FOUND',
        message: 'Resource not found',
        status: 404,
        details: undefined,
      });
    },
  ],
  3: [
    'makes one field map of lists and of texts',
    async () => {
      const lists = fakeApi({}, nested(422, 'VALIDATION_FAILED', { name: ['a', 'b'] }));
      const texts = fakeApi(
        {},
        flat(400, 'Validation failed', { validationErrors: { name: 'a' } }),
      );
      expect({ ...fieldErrors(await failureOf(lists.api.get('/x'))) }).toEqual({
        name: ['a', 'b'],
      });
      expect({ ...fieldErrors(await failureOf(texts.api.get('/x'))) }).toEqual({ name: ['a'] });
    },
  ],
  4: [
    'parses no body on 204',
    async () => {
      const { api } = fakeApi(
        {},
        new Response(null, { status: 204, headers: { 'content-type': 'application/json' } }),
      );
      expect(await api.delete('/x')).toBeUndefined();
    },
  ],
  5: [
    'tells no answer from a fault of the request',
    async () => {
      const { api } = fakeApi({}, new TypeError('fetch failed'));
      expect(await failureOf(api.post('/x'))).toMatchObject({
        code: 'NETWORK_ERROR',
        message: 'No response from server',
        status: undefined,
      });
      const circular: Record<string, unknown> = {};
      circular['self'] = circular;
      expect(await failureOf(api.post('/x', circular))).toMatchObject({
        code: 'REQUEST_ERROR',
        message: 'Error setting up request',
        attempts: 0,
      });
      expect(await failureOf(api.get('/x', { headers: { bad: 'a\nb' } }))).toMatchObject({
        code: 'REQUEST_ERROR',
      });
    },
  ],
  6: [
    'keeps the cause',
    async () => {
      const cause = new TypeError('fetch failed');
      const { api } = fakeApi({ retry: false }, cause);
      expect((await failureOf(api.get('/x'))).cause).toBe(cause);
    },
  ],
  7: [
    'has status, headers and trace ID, of the body or else of X-Trace-Id',
    async () => {
      const { api } = fakeApi({}, bare(404, { 'x-trace-id': 'of-header' }));
      const error = await failureOf(api.get('/x'));
      expect(error.status).toBe(404);
      expect(error.headers.get('X-Trace-Id')).toBe('of-header');
      expect(error.traceId).toBe('of-header');
      const { api: other } = fakeApi(
        {},
        nested(404, 'RESOURCE_NOT_FOUND', undefined, { 'x-trace-id': 'of-header' }),
      );
      expect((await failureOf(other.get('/x'))).traceId).toBe('trace-1');
    },
  ],
  8: [
    'says whether it is retryable and temporary, and how to resolve it',
    async () => {
      const of = async (status: number, code: string) =>
        failureOf(fakeApi({ retry: false }, nested(status, code)).api.get('/x'));
      expect(await of(503, 'SERVICE_UNAVAILABLE')).toMatchObject({
        retryable: true,
        temporary: true,
        resolution: undefined,
      });
      expect(await of(501, 'NOT_IMPLEMENTED')).toMatchObject({ retryable: false, temporary: true });
      expect(await of(404, 'RESOURCE_NOT_FOUND')).toMatchObject({
        retryable: false,
        temporary: false,
        resolution: 'Verify resource ID and endpoint path',
      });
      expect(await of(422, 'VALIDATION_FAILED')).toMatchObject({
        resolution: 'Check request payload against API documentation',
      });
      expect(await of(401, 'AUTH_TOKEN_EXPIRED')).toMatchObject({
        resolution: 'Refresh authentication token',
      });
    },
  ],
  9: [
    'repeats by the matrix',
    async () => {
      const attempts: Record<string, number> = {};
      for (const status of [400, 401, 403, 404, 409, 422, 429, 500, 502, 503, 504]) {
        const { api } = fakeApi({ totalTimeoutMs: 0 }, bare(status));
        attempts[status] = (await failureOf(api.get('/x'))).attempts - 1;
      }
      expect(attempts).toEqual({
        400: 0,
        401: 0,
        403: 0,
        404: 0,
        409: 0,
        422: 0,
        429: 3,
        500: 3,
        502: 3,
        503: 5,
        504: 2,
      });
    },
  ],
  10: [
    'repeats a 409 once, and only if a hook says that it is resolved',
    async () => {
      for (const isResolved of [true, false]) {
        const { api } = fakeApi({ isResolved: () => isResolved }, nested(409, 'RESOURCE_LOCKED'));
        expect((await failureOf(api.put('/x'))).attempts).toBe(isResolved ? 2 : 1);
      }
    },
  ],
  11: [
    'offers a hook to reduce the payload on 504',
    async () => {
      const { api, sent } = fakeApi(
        { reducePayload: (body) => (body as number[]).slice(1) },
        bare(504),
        bare(504),
        bare(200),
      );
      await api.put('/x', [1, 2, 3]);
      expect(sent.map(({ body }) => body)).toEqual(['[1,2,3]', '[2,3]', '[3]']);
    },
  ],
  12: [
    'repeats ECONNRESET, ETIMEDOUT and ENOTFOUND',
    async () => {
      for (const [code, expected] of [
        ['ECONNRESET', 'NETWORK_ERROR'],
        ['ETIMEDOUT', 'TIMEOUT'],
        ['ENOTFOUND', 'NETWORK_ERROR'],
      ] as const) {
        const failed = new TypeError('fetch failed', {
          cause: Object.assign(new Error(), { code }),
        });
        const { api } = fakeApi({}, failed);
        expect(await failureOf(api.get('/x'))).toMatchObject({ code: expected, attempts: 4 });
      }
    },
  ],
  13: [
    'waits by Retry-After, else by details.retryAfter, else until the reset',
    async () => {
      const wait = async (details: unknown, headers: Record<string, string>) => {
        const { api, waits } = fakeApi(
          {},
          nested(429, 'RATE_LIMIT_EXCEEDED', details, headers),
          bare(200),
        );
        await api.get('/x');
        return waits[0];
      };
      const reset = String(Date.parse('2026-01-15T10:00:09Z') / 1_000);
      expect(
        await wait({ retryAfter: 3 }, { 'retry-after': '2', 'x-ratelimit-reset': reset }),
      ).toBe(2_000);
      expect(await wait({ retryAfter: 3 }, { 'x-ratelimit-reset': reset })).toBe(3_000);
      expect(await wait({}, { 'x-ratelimit-reset': reset })).toBe(9_000);
      expect(await wait({ resetAt: '2026-01-15T10:00:07Z' }, {})).toBe(7_000);
    },
  ],
};

describe('Of the 26 points of the guides, the client', () => {
  it.each(listPoints(points))('$point $title', ({ check }) => check());
});
