import { createCircuits } from './call/breaker';
import { createPrepare } from './call/prepare';
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
  const options = assignOptions({ ...DEFAULTS } as unknown as ResolvedOptions, given);
  const { auth, breaker, clock, retry } = options;
  const $now = () => clock.now();
  const $emit = createEmit(options);
  const prepare = createPrepare({
    ...{ ...options, $now, $emit, $pausedUntil: new Map(), $ownRetry: retry },
    $reserve: { $left: options.retryBudget },
    $renew: auth?.refresh && createRenew(auth),
    $admit: breaker ? createCircuits(breaker, $now, $emit) : () => noop,
  });
  const call = async (...args: Parameters<typeof prepare>) => run(prepare(...args));
  const methods = ['GET', 'HEAD', 'DELETE', 'POST', 'PUT', 'PATCH'].map((method) => [
    method.toLowerCase(),
    async (path: string, ...rest: unknown[]) => {
      const body = method.startsWith('P') ? rest.shift() : undefined;
      return call(method, path, body, rest[0] as CallOptions | undefined);
    },
  ]);
  return {
    ...Object.fromEntries(methods),
    async fetch(input: string | URL | Request, init: RequestInit = {}) {
      // What is no `Request` has none of these members.
      const request = input as Request;
      const { body, headers = request.headers, signal = request.signal, ...rest } = init;
      return call(
        (init.method ?? request.method ?? 'GET').toUpperCase(),
        request.url ?? (input as string | URL).toString(),
        body ?? undefined,
        {
          ...{ headers: Object.fromEntries(new Headers(headers)), init: rest },
          signal: signal as AbortSignal | undefined,
        },
        request.url ? request : true,
      );
    },
  } as Client<Codes>;
}
