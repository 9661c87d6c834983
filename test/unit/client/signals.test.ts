import { getEventListeners, once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createClient } from '../../../lib/client';
import { failureOf, json } from './support/fake-api';
import { VirtualClock } from './support/virtual-clock';

const platformFetch = globalThis.fetch;
let server: Server;
let baseUrl: string;
/** The signal of each request, in order. */
let signals: AbortSignal[] = [];

/** Replaces the global fetch by one that keeps the signals it is given. */
function keepSignals(fetch: (path: string) => Promise<Response>): void {
  signals = [];
  globalThis.fetch = async (input, init) => {
    signals.push(init?.signal as AbortSignal);
    return fetch(input as string);
  };
}

beforeAll(async () => {
  server = createServer((_request, response) => response.end('ok')).listen(0, '127.0.0.1');
  await once(server, 'listening');
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(() => {
  globalThis.fetch = platformFetch;
});

afterAll(() => server.close());

describe('The signal of a call', () => {
  it('is used again once an answer is read, and never gathers many listeners', async () => {
    const warnings: Error[] = [];
    const warned = (warning: Error) => warnings.push(warning);
    process.on('warning', warned);
    const seen = new Set<AbortSignal>();
    let listeners = 0;
    globalThis.fetch = async (input, init) => {
      const signal = init?.signal as AbortSignal;
      seen.add(signal);
      const response = await platformFetch(input, init);
      listeners = Math.max(listeners, getEventListeners(signal, 'abort').length);
      return response;
    };
    const api = createClient({ baseUrl });
    for (let call = 0; call < 320; call++) await api.get('/');
    process.off('warning', warned);
    expect(warnings).toEqual([]);
    expect(seen.size).toBe(10);
    expect(listeners).toBeLessThanOrEqual(32);
  });

  it('is its own while others are on their way', async () => {
    keepSignals(async () => new Promise((resolve) => setTimeout(() => resolve(json(1)), 20)));
    const api = createClient({ baseUrl });
    await Promise.all([api.get('/'), api.get('/'), api.get('/')]);
    expect(new Set(signals).size).toBe(3);
  });

  it('is not used again after a failure, though the answer may come later', async () => {
    const answers: ((response: Response) => void)[] = [];
    keepSignals(async () => new Promise((resolve) => answers.push(resolve)));
    const api = createClient({ baseUrl, retry: false, timeoutMs: 20 });
    const late = await failureOf(api.get('/'));
    answers[0]?.(json(1));
    const second = api.get('/', { timeoutMs: 10_000 });
    answers[1]?.(json(2));
    expect([late.code, await second]).toEqual(['TIMEOUT', 2]);
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);

    const failing = failureOf(api.get('/'));
    answers[2]?.(json({}, 500));
    expect((await failing).status).toBe(500);
    const fourth = api.get('/');
    answers[3]?.(json(4));
    expect(await fourth).toBe(4);
    expect(signals[1]).toBe(signals[2]);
    expect(signals[3]).not.toBe(signals[2]);
  });

  it('is its own where a body may still be read, a caller may abort, or another fetch or clock is used', async () => {
    keepSignals(async () => json(1));
    const api = createClient({ baseUrl });
    const { signal } = new AbortController();
    for (let call = 0; call < 2; call++) {
      await api.fetch('/');
      await api.get('/', { signal });
    }
    const clocked = createClient({ baseUrl, clock: new VirtualClock() });
    const fetching = createClient({ baseUrl, fetch: async (...given) => fetch(...given) });
    for (const each of [clocked, clocked, fetching, fetching]) await each.get('/');
    expect(new Set(signals).size).toBe(8);
  });
});
