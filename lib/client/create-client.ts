import { createCircuits } from './call/breaker';
import type { Call } from './call/call';
import { lowerCase } from './call/headers';
import { originOf } from './call/prepare';
import { createRenew } from './call/refresher';
import { run } from './call/run';
import type { AnyCodes } from './errors/codes';
import { noop } from './noop';
import type { CallOptions, ClientOptions } from './options';
import { assignOptions, DEFAULTS, type ResolvedOptions } from './resolve-options';
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
  const resolved = assignOptions({ ...DEFAULTS } as unknown as ResolvedOptions, given);
  const { auth, breaker } = resolved;
  resolved.baseUrl = resolved.baseUrl.replace(/\/$/, '');
  const $now = () => (resolved.clock ?? Date).now();
  const $emit = createEmit(resolved, $now);
  const client = {
    ...{ ...resolved, $now, $emit, $pausedUntil: new Map(), $left: resolved.retryBudget },
    ...{ $headers: lowerCase(resolved.headers), $origin: originOf(resolved.baseUrl) },
    $renew: auth?.refresh && createRenew(auth),
    $admit: breaker ? createCircuits(breaker, $now, $emit) : noop,
  };
  // Calls inherit it. A literal that names its prototype would cost each of them microseconds.
  class ClientCall {
    readonly $client = client;
    readonly $attempts = 0;
    readonly $repeats = {};
    constructor(
      readonly method: string,
      readonly url: string,
      readonly body?: unknown,
      readonly $given?: object,
      readonly $source?: Request | true,
    ) {}
  }
  Object.setPrototypeOf(ClientCall.prototype, client);
  const call = (...what: ConstructorParameters<typeof ClientCall>) =>
    run(new ClientCall(...what) as unknown as Call);
  return {
    get: (path, options) => call('GET', path, undefined, options),
    head: (path, options) => call('HEAD', path, undefined, options),
    delete: (path, options) => call('DELETE', path, undefined, options),
    post: (path, body, options) => call('POST', path, body, options),
    put: (path, body, options) => call('PUT', path, body, options),
    patch: (path, body, options) => call('PATCH', path, body, options),
    async fetch(input, init = {}) {
      // What is no `Request` has none of these members.
      const request = input as Request;
      const {
        body,
        method = request.method ?? 'GET',
        headers = request.headers,
        signal = request.signal,
        ...rest
      } = init;
      return call(
        method.toUpperCase(),
        request.url ?? (input as string | URL).toString(),
        body ?? undefined,
        {
          ...{ headers: headers && Object.fromEntries(new Headers(headers)), init: rest },
          signal: signal as AbortSignal | undefined,
        },
        request.url ? request : true,
      );
    },
  } as Client<Codes>;
}
