import { createCircuits } from './call/breaker';
import { createPacer } from './call/pacer';
import { createPrepare } from './call/prepare';
import { createRenew } from './call/refresher';
import { run } from './call/run';
import type { AnyCodes } from './errors/codes';
import type { CallOptions, ClientOptions } from './options';
import { resolveOptions, rulesOf } from './resolve-options';
import { createEmit } from './support/emitter';

/** A client of one API. What fails rejects with an `ApiError`; 207 is a success in part. */
export interface Client<Codes = AnyCodes> {
  get<T = unknown>(path: string, options?: CallOptions<Codes>): Promise<T>;
  head(path: string, options?: CallOptions<Codes>): Promise<void>;
  delete<T = unknown>(path: string, options?: CallOptions<Codes>): Promise<T>;
  post<T = unknown>(path: string, body?: unknown, options?: CallOptions<Codes>): Promise<T>;
  put<T = unknown>(path: string, body?: unknown, options?: CallOptions<Codes>): Promise<T>;
  patch<T = unknown>(path: string, body?: unknown, options?: CallOptions<Codes>): Promise<T>;
  /**
   * Like `fetch`, with retries, tokens and the breaker: for ky, ofetch, openapi-fetch and their
   * like. It resolves with the last response, whatever its status.
   */
  fetch(input: string | URL | Request, init?: RequestInit): Promise<Response>;
}

/**
 * Makes a client that knows what to do about each failure of the contract.
 * @typeParam Codes a catalogue's type (`typeof EventErrors`), or details by code
 * @throws TypeError if an option is unknown or wrong
 * @example
 * const api = createClient<typeof EventErrors>({ baseUrl: '/api', headers: { 'tenant-code': 'acme' } });
 * const event = await api.post('/events', { name: 'Expo' }, { idempotencyKey: true });
 */
export function createClient<Codes = AnyCodes>(given: ClientOptions<Codes> = {}): Client<Codes> {
  const options = resolveOptions(given as ClientOptions);
  const { auth, breaker, pace, clock, retryBudget: budget, maxRetryAfterMs } = options;
  const now = () => clock.now();
  const emit = createEmit(options);
  const shared = {
    ...{ options, emit, budget, rules: rulesOf(options) },
    renew: auth?.refresh && createRenew(auth),
    pacer: pace && createPacer(now, maxRetryAfterMs),
    admit: breaker && createCircuits(breaker, now, emit),
  };
  const prepare = createPrepare(options);
  const call = async (...args: Parameters<typeof prepare>) => run(shared, prepare(...args));
  const bare = (method: string) => (path: string, settings?: CallOptions) =>
    call(method, path, undefined, settings);
  const withBody = (method: string) => (path: string, body?: unknown, settings?: CallOptions) =>
    call(method, path, body, settings);
  return {
    get: bare('GET'),
    head: bare('HEAD'),
    delete: bare('DELETE'),
    post: withBody('POST'),
    put: withBody('PUT'),
    patch: withBody('PATCH'),
    async fetch(input, sent = {}) {
      const source = input instanceof Request && input;
      const { method = source ? source.method : 'GET', body, signal, ...init } = sent;
      const { headers = source ? source.headers : {} } = sent;
      return call(
        method.toUpperCase(),
        source ? source.url : String(input),
        body ?? undefined,
        {
          headers: Object.fromEntries(new Headers(headers)),
          signal: signal ?? (source ? source.signal : undefined),
          init,
        },
        source || true,
      );
    },
  } as Client<Codes>;
}
