import { createCircuits } from './call/breaker';
import type { Call, Shared } from './call/call';
import { lowerCase } from './call/headers';
import { originOf } from './call/prepare';
import { createRenew } from './call/refresher';
import { run } from './call/run';
import type { AnyCodes } from './errors/codes';
import { noop } from './noop';
import type { CallOptions, ClientOptions } from './options';
import { assignOptions, DEFAULTS } from './resolve-options';
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
  const client = assignOptions({ ...DEFAULTS } as unknown as Shared, given);
  const { auth, breaker, clock = Date } = client;
  const $now = () => clock.now();
  const $emit = createEmit(client, $now);
  const baseUrl = client.baseUrl.replace(/\/$/, '');
  Object.assign(client, {
    ...{ baseUrl, $client: client, $now, $emit, $pausedUntil: new Map() },
    ...{ $left: client.retryBudget, $spared: 0 },
    ...{ $headers: lowerCase(client.headers), $origin: originOf(baseUrl) },
    $renew: auth?.refresh && createRenew(auth),
    $admit: breaker ? createCircuits(breaker, $now, $emit) : noop,
  });
  // Calls inherit it. A literal that names its prototype would cost each of them microseconds.
  class ClientCall {
    readonly $attempts = 0;
    readonly $repeats = {};
    constructor(
      readonly method: string,
      readonly url: string,
      readonly $given?: object,
      readonly body?: unknown,
      readonly $source?: Request | true,
    ) {}
  }
  Object.setPrototypeOf(ClientCall.prototype, client);
  const call = (...what: ConstructorParameters<typeof ClientCall>) =>
    run(new ClientCall(...what) as unknown as Call);
  const without = (method: string) => (path: string, options?: object) =>
    call(method, path, options);
  const withBody = (method: string) => (path: string, body?: unknown, options?: object) =>
    call(method, path, options, body);
  return {
    ...{ get: without('GET'), head: without('HEAD'), delete: without('DELETE') },
    ...{ post: withBody('POST'), put: withBody('PUT'), patch: withBody('PATCH') },
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
        {
          ...{ headers: headers && Object.fromEntries(new Headers(headers)), init: rest },
          signal: signal as AbortSignal | undefined,
        },
        body ?? undefined,
        request.url ? request : true,
      );
    },
  } as Client<Codes>;
}
