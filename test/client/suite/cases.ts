import {
  type ApiFailure,
  type ClientOptions,
  createClient,
  fieldErrors,
  report,
} from 'nestjs-errors/client';

/** What every runtime has to do, told by a title; it throws if it does not. */
export type Case = readonly [title: string, check: (url: string) => Promise<void>];

let calls = 0;
/** A path of its own, which the server has not been asked for before. */
const fresh = (path: string) => `${path}?run=${Date.now()}-${Math.random()}-${calls++}`;

const clientOf = (baseUrl: string, options: ClientOptions = {}) =>
  createClient({
    baseUrl,
    headers: { 'tenant-code': 'acme' },
    timeoutMs: 2_000,
    random: () => 0,
    ...options,
  });

function same(actual: unknown, expected: unknown): void {
  if (JSON.stringify(actual) !== JSON.stringify(expected)) {
    throw new Error(`${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`);
  }
}

async function failureOf(call: Promise<unknown>): Promise<ApiFailure> {
  return call.then(
    (value) => Promise.reject(new Error(`It did not fail: ${JSON.stringify(value)}`)),
    (error: unknown) => error as ApiFailure,
  );
}

async function fails(
  call: Promise<unknown>,
  ...expected: readonly [code: string, status?: number, attempts?: number]
): Promise<ApiFailure> {
  const error = await failureOf(call);
  same([error.code, error.status, error.attempts].slice(0, expected.length), expected);
  return error;
}

export const cases: readonly Case[] = [
  [
    'reads JSON, and nothing where there is nothing',
    async (url) => {
      const api = clientOf(url);
      same(await api.get('/ok'), { ok: true });
      same(await api.delete('/empty'), undefined);
      same(await api.get('/not-modified'), undefined);
    },
  ],
  [
    'repeats after a reset connection what is safe to repeat',
    async (url) => {
      const api = clientOf(url);
      // Node and browsers may repeat a GET on a stale connection of their own accord.
      const { visit } = await api.get<{ visit: number }>(fresh('/reset'));
      same(visit >= 3, true);
      await fails(api.post(fresh('/reset'), {}), 'NETWORK_ERROR', undefined, 1);
    },
  ],
  [
    'ends what hangs',
    async (url) => {
      const api = clientOf(url, { timeoutMs: 200, retry: false });
      await fails(api.get('/hang'), 'TIMEOUT', undefined, 1);
      await fails(api.get('/slow-body'), 'TIMEOUT');
      await fails(api.get('/slow-error'), 'INTERNAL_ERROR', 500);
    },
  ],
  [
    'ends no call but the one whose time is up',
    async (url) => {
      const api = clientOf(url, { retry: false });
      // From here on, calls have signals that earlier ones had.
      for (let call = 0; call < 40; call++) same(await api.get('/ok'), { ok: true });
      const streamed = await api.fetch(fresh('/trickle'));
      const others = [streamed.json(), api.get(fresh('/trickle'))];
      await fails(api.get('/hang', { timeoutMs: 100 }), 'TIMEOUT', undefined, 1);
      same(await Promise.all([...others, api.get('/ok')]), [[1, 2], [1, 2], { ok: true }]);
    },
  ],
  [
    'takes no part of a body for the whole',
    async (url) => {
      const api = clientOf(url, { retry: false });
      await fails(api.get('/short'), 'NETWORK_ERROR');
      await fails(api.get('/truncated'), 'NETWORK_ERROR');
      await fails(api.get('/broken'), 'RESPONSE_INVALID');
    },
  ],
  [
    'reads what proxies send, and no more than it needs',
    async (url) => {
      const api = clientOf(url, { retry: false });
      await fails(api.get('/html'), 'UPSTREAM_FAILED', 502);
      await fails(api.get('/huge'), 'INTERNAL_ERROR', 500);
    },
  ],
  [
    'waits as the server asks, and repeats a POST that was refused or has a key',
    async (url) => {
      const api = clientOf(url);
      same(await api.get(fresh('/busy')), { visit: 2 });
      same(await api.post(fresh('/limited'), { a: 1 }), { visit: 2, body: '{"a":1}' });
      same(await api.post(fresh('/busy'), {}, { idempotencyKey: true }), { visit: 2 });
      await fails(api.post(fresh('/busy'), {}), 'SERVICE_UNAVAILABLE', 503, 1);
    },
  ],
  [
    'refreshes a token once for many calls',
    async (url) => {
      let token = 'old';
      let refreshes = 0;
      const refresh = async () => {
        refreshes++;
        await new Promise((resolve) => setTimeout(resolve, 50));
        token = 'new';
      };
      const api = clientOf(url, { auth: { token: () => token, refresh } });
      same(await Promise.all([1, 2, 3, 4].map(() => api.get('/secured'))), [
        'ok',
        'ok',
        'ok',
        'ok',
      ]);
      same(refreshes, 1);
    },
  ],
  [
    'aborts at once',
    async (url) => {
      const controller = new AbortController();
      const call = fails(
        clientOf(url).get('/hang', { signal: controller.signal }),
        'ABORTED',
        undefined,
        1,
      );
      setTimeout(() => controller.abort(), 50);
      await call;
    },
  ],
  [
    'tells no answer from a request that cannot be sent',
    async (url) => {
      await fails(clientOf('http://127.0.0.1:59999').post('/x'), 'NETWORK_ERROR');
      await fails(clientOf(url).get('/x', { headers: { a: 'b\nc' } }), 'REQUEST_ERROR');
      await fails(clientOf('http://[').get('/x'), 'REQUEST_ERROR');
    },
  ],
  [
    'reads fields, trace IDs and the platform',
    async (url) => {
      const error = await fails(clientOf(url).post('/invalid', {}), 'VALIDATION_FAILED', 422);
      same(fieldErrors(error), { name: ['Name is required'] });
      same((await failureOf(clientOf(url).get('/traced'))).traceId, 'of-header');
      same((report(error)?.platform.length ?? 0) > 3, true);
    },
  ],
  [
    'sends forms and headers as they are',
    async (url) => {
      interface Echo {
        body: string;
        headers: Record<string, string>;
      }
      const { body, headers } = await clientOf(url).put<Echo>(
        '/echo',
        new URLSearchParams({ a: '1' }),
      );
      same(body, 'a=1');
      same(headers['tenant-code'], 'acme');
      const form = new FormData();
      form.append('a', '1');
      same((await clientOf(url).post<Echo>('/echo', form)).body.includes('name="a"'), true);
    },
  ],
  [
    'opens a circuit',
    async (url) => {
      const api = clientOf(url, { breaker: { failures: 2 }, retry: false });
      await fails(api.get('/html'), 'UPSTREAM_FAILED');
      await fails(api.get('/html'), 'UPSTREAM_FAILED');
      await fails(api.get('/ok'), 'CIRCUIT_OPEN', undefined, 0);
    },
  ],
  [
    'is a fetch whose statuses never throw',
    async (url) => {
      const api = clientOf(url);
      const response = await api.fetch(
        new Request(`${url}${fresh('/limited')}`, { method: 'POST', body: 'again' }),
      );
      same(await response.json(), { visit: 2, body: 'again' });
      const missing = await api.fetch('/invalid');
      same(
        [missing.status, ((await missing.json()) as { error: { code: string } }).error.code],
        [422, 'VALIDATION_FAILED'],
      );
      const controller = new AbortController();
      controller.abort();
      const { name } = await failureOf(api.fetch('/ok', { signal: controller.signal }));
      same(name, 'AbortError');
    },
  ],
];
