import ky from 'ky';
import {
  type ApiFailure,
  createClient,
  fieldErrors,
  partialFailures,
  report,
  setFormErrors,
} from 'nestjs-errors/client';
import createFetchClient from 'openapi-fetch';
import { createFormControl } from 'react-hook-form';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { logIn, registerAdmin, uniqueName } from '../support/accounts';
import { SampleApp } from '../support/sample-app';

interface Codes {
  BUSINESS_EVENT_FULL: { eventId: string; capacity: number; waitlistAvailable: boolean };
}

const failureOf = (call: Promise<unknown>): Promise<ApiFailure> =>
  call.then(
    () => Promise.reject(new Error('It did not fail.')),
    (error: unknown) => error as ApiFailure,
  );

describe.each(['express', 'fastify'])('The client with the sample app on %s', (ADAPTER) => {
  let app: SampleApp;
  beforeAll(async () => {
    app = await SampleApp.start({ ADAPTER });
  });
  afterAll(() => app.stop());

  /** Engagifii Events, whose bodies are nested. */
  const events = (token?: string | (() => string), refresh?: () => unknown) =>
    createClient<Codes>({
      baseUrl: `${app.url}/api/1.0`,
      headers: { 'tenant-code': 'acme', 'api-version': '1.0' },
      maxRetryAfterMs: 2_000,
      random: () => 0,
      ...(token && {
        auth: {
          token: () => (typeof token === 'string' ? token : token()),
          ...(refresh && { refresh }),
        },
      }),
    });
  /** EntryGuard, whose bodies are flat. */
  const entryguard = (token?: () => string, refresh?: () => unknown) =>
    createClient({
      baseUrl: `${app.url}/api/v1/`,
      ...(token && { auth: { token, bare401: true, ...(refresh && { refresh }) } }),
    });
  const tokenOf = async (email = 'admin@acme.test') => (await logIn(app, email)).accessToken;
  const event = () => ({ name: uniqueName(), startDateTime: '2099-01-01T00:00:00Z', capacity: 10 });

  it('reads the fields of all three formats', async () => {
    const invalid = { organizationName: '', email: 'invalid-email', password: 'short' };
    const flat = await failureOf(entryguard().post('auth/register', invalid));
    expect({ ...fieldErrors(flat) }).toEqual({
      organizationName: ['must not be blank'],
      email: ['must be a well-formed email address'],
      password: ['size must be between 8 and 128'],
    });
    expect(flat).toMatchObject({ status: 400, code: 'BAD_REQUEST', message: 'Validation failed' });
    const body = { startDateTime: '2020-01-01T00:00:00Z', capacity: 0 };
    const api = events(await tokenOf());
    const nested = await failureOf(api.post('/event/save', body));
    expect(nested).toMatchObject({ status: 422, code: 'VALIDATION_FAILED', action: 'USER_ACTION' });
    expect(nested.traceId).toBe(nested.headers.get('x-trace-id'));
    expect(fieldErrors(nested)['capacity']).toEqual(['Capacity must be greater than 0']);
    const headers = { accept: 'application/problem+json' };
    const problem = await failureOf(api.post('/event/save', body, { headers }));
    expect(problem).toMatchObject({ status: 422, code: 'VALIDATION_FAILED' });
    expect(Object.keys(fieldErrors(problem)).toSorted()).toEqual(
      Object.keys(fieldErrors(nested)).toSorted(),
    );
  });

  it('fills a form of react-hook-form from a real 422', async () => {
    const form = createFormControl<{ name: string; capacity: number }>();
    const values = { ...event(), capacity: 0 };
    setFormErrors(
      await failureOf(events(await tokenOf()).post('/event/save', values)),
      form.setError,
    );
    const { error } = form.getFieldState('capacity');
    expect(error).toMatchObject({ type: 'server', message: 'Capacity must be greater than 0' });
    setFormErrors(await failureOf(events().get('/event/x')), form.setError);
    expect(form.getFieldState('root.server' as 'name').error?.message).toBe(
      'Authentication is required to access this resource',
    );
  });

  it('refreshes an expired token once for many calls, in both formats', async () => {
    for (const flat of [true, false]) {
      let token = (await logIn(app, 'user@acme.test', 0)).accessToken;
      const { refreshToken } = await logIn(app, 'user@acme.test');
      let refreshes = 0;
      const refresh = async () => {
        refreshes++;
        const tokens = await entryguard().post<{ accessToken: string }>('/auth/refresh', {
          refreshToken,
        });
        token = tokens.accessToken;
      };
      const api = flat ? entryguard(() => token, refresh) : events(() => token, refresh);
      const path = flat ? '/sessions' : '/event/evt-open';
      await Promise.all([1, 2, 3].map(() => api.get(path)));
      expect(refreshes).toBe(1);
    }
  });

  it('narrows details by code, and lists what failed of a batch', async () => {
    const api = events(await tokenOf());
    const error = await failureOf(api.post('/event/evt-full/registrations', { memberId: 'm' }));
    expect(error).toMatchObject({
      code: 'BUSINESS_EVENT_FULL',
      status: 422,
      details: { eventId: 'evt-full', capacity: 500 },
    });
    const batch = Array.from({ length: 3 }, event);
    batch[1] = { ...event(), startDateTime: 'some day' };
    const saved = await api.post('/event/bulk', { events: batch });
    expect(partialFailures(saved)).toMatchObject([{ index: 1, error: 'Invalid date' }]);
  });

  it('repeats what the matrix repeats, and nothing else', async () => {
    const api = events(await tokenOf());
    const down = await failureOf(api.get('/event/evt-open/venue?upstream=down'));
    expect(down).toMatchObject({ code: 'UPSTREAM_FAILED', status: 502, attempts: 4 });
    const maintenance = await failureOf(api.post('/event/maintenance'));
    expect(maintenance).toMatchObject({ code: 'SERVICE_UNAVAILABLE', attempts: 1 });
    expect(maintenance.retryAfterMs).toBeGreaterThan(0);
    const missing = await failureOf(api.get('/event/nonexistent-guid'));
    expect(missing).toMatchObject({
      code: 'RESOURCE_NOT_FOUND',
      attempts: 1,
      details: { resourceType: 'Event' },
    });
    expect(report(missing)?.headers).toMatchObject({
      authorization: '[REDACTED]',
      'tenant-code': 'acme',
    });
  });

  it('fails at once where a rate limit asks for a longer wait than allowed', async () => {
    const api = events(await registerAdmin(app));
    const calls = Array.from({ length: 6 }, () =>
      api.post('/event/search', { text: 'x' }).catch((error: unknown) => error),
    );
    const limited = (await Promise.all(calls)).find((each) => (each as ApiFailure).status === 429);
    expect(limited).toMatchObject({
      code: 'RATE_LIMIT_EXCEEDED',
      attempts: 1,
      details: { limit: 5, remaining: 0 },
    });
    expect((limited as ApiFailure).retryAfterMs).toBeGreaterThan(2_000);
  });

  it('is the fetch of ky and of openapi-fetch', async () => {
    const api = events(await tokenOf());
    const json = { ...event(), capacity: 0 };
    const throughKy = ky.create({
      fetch: api.fetch,
      prefixUrl: `${app.url}/api/1.0`,
      throwHttpErrors: false,
      retry: 0,
    });
    const answer = await throughKy.post('event/save', { json });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ error: { code: 'VALIDATION_FAILED' } });
    interface Paths {
      '/event/{id}': {
        get: {
          parameters: { path: { id: string } };
          responses: {
            200: { content: { 'application/json': { id: string } } };
            404: { content: { 'application/json': { error: { code: string } } } };
          };
        };
      };
    }
    const throughOpenApi = createFetchClient<Paths>({
      baseUrl: `${app.url}/api/1.0`,
      fetch: api.fetch,
    });
    const found = await throughOpenApi.GET('/event/{id}', { params: { path: { id: 'evt-open' } } });
    expect(found.data?.id).toBe('evt-open');
    const missing = await throughOpenApi.GET('/event/{id}', {
      params: { path: { id: 'nowhere' } },
    });
    expect(missing.error?.error.code).toBe('RESOURCE_NOT_FOUND');
  });
});
