import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import {
  createClient,
  fieldErrors,
  isApiError,
  messages,
  partialFailures,
  report,
} from '../../../lib/client';
import { bare, failureOf, fakeApi, json, nested } from './support/fake-api';

const caused = (code: string, message: string) =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(message), { code }) });
const text = (body: string, status = 500) =>
  new Response(body, { status, headers: { 'content-type': 'application/json' } });

describe('A body that means no good', () => {
  it.each([
    ['null', 'null'],
    ['a list', '[{"error":1}]'],
    ['a text', '"error"'],
    ['a number', '5'],
    ['100,000 levels', '['.repeat(100_000)],
    ['30,000 levels, closed', `{"message":${'['.repeat(30_000)}${']'.repeat(30_000)}}`],
    ['members of other types', '{"error":{"code":{"toString":1},"message":[],"details":7}}'],
    ['a message without an end', `{"message":"${'x'.repeat(100_000)}`],
  ])('of %s is a failure by its status', async (_what, body) => {
    const error = await failureOf(fakeApi({ retry: false }, text(body)).api.get('/x'));
    expect(error).toMatchObject({ code: 'INTERNAL_ERROR', status: 500, fields: {} });
    expect(messages('en')(error).message).toBe('An error occurred');
    expect(report(error)?.status).toBe(500);
    expect(partialFailures(JSON.parse('{"error":{"details":[1]}}'))).toEqual([]);
  });

  it('of deep details keeps them, and reports without them', async () => {
    const deep = `{"error":{"code":"X","message":"m","details":${'['.repeat(25_000)}${']'.repeat(25_000)}}}`;
    const error = await failureOf(fakeApi({ retry: false }, text(deep)).api.get('/x'));
    expect(error).toMatchObject({ code: 'X', message: 'm' });
    expect(error.details).toBeInstanceOf(Array);
    expect(report(error)?.details).toBeUndefined();
  });

  it('names a field __proto__, and pollutes nothing', async () => {
    const body = `{"error":{"code":"VALIDATION_FAILED","message":"m","details":
      {"__proto__":["bad"],"constructor":["bad"],"ok":["bad",1,null]}}}`;
    const error = await failureOf(fakeApi({}, text(body, 422)).api.get('/x'));
    expect(Object.entries(fieldErrors(error))).toEqual([
      ['__proto__', ['bad']],
      ['constructor', ['bad']],
      ['ok', ['bad']],
    ]);
    expect(({} as { bad?: unknown }).bad).toBeUndefined();
    const extended = `{"status":500,"detail":"m","__proto__":{"polluted":true}}`;
    const other = await failureOf(fakeApi({ retry: false }, text(extended)).api.get('/x'));
    expect((other as { polluted?: boolean }).polluted).toBeUndefined();
    expect(isApiError(other)).toBe(true);
  });

  it('asks for waits that are none', async () => {
    for (const retryAfter of [{ toString: 1 }, [5], true, '', ' ', 'soon', -1, null]) {
      const answer = nested(429, 'RATE_LIMIT_EXCEEDED', { retryAfter, resetAt: retryAfter });
      const { api, waits } = fakeApi({}, answer, bare(200));
      await api.get('/x');
      expect(waits).toEqual([1_000]);
    }
  });

  it('that never ends is read for 5 s and 64 KiB', async () => {
    const slow = () =>
      new Response(new ReadableStream({ start: (stream) => stream.enqueue(new Uint8Array(9)) }), {
        status: 500,
      });
    const { api, clock } = fakeApi({ retry: false, timeoutMs: 0, totalTimeoutMs: 0 }, slow);
    const startMs = clock.now();
    expect(await failureOf(api.get('/x'))).toMatchObject({ code: 'INTERNAL_ERROR' });
    expect(clock.now() - startMs).toBe(5_000);

    let isCancelled = false;
    const endless = () =>
      new Response(
        new ReadableStream({
          pull: (stream) => stream.enqueue(new Uint8Array(4_096).fill(120)),
          cancel: () => void (isCancelled = true),
        }),
        { status: 500 },
      );
    await failureOf(fakeApi({ retry: false }, endless).api.get('/x'));
    expect(isCancelled).toBe(true);
  });
});

describe('A fault of the network', () => {
  it('opens the circuit, and a request that cannot be sent does not', async () => {
    const options = { breaker: { failures: 2 }, retry: false } as const;
    const { api } = fakeApi(options, caused('ECONNREFUSED', 'connect'));
    for (let call = 0; call < 2; call++) await failureOf(api.get('/x'));
    expect(await failureOf(api.get('/x'))).toMatchObject({ code: 'CIRCUIT_OPEN' });
    const { api: other } = fakeApi(options, bare(200));
    for (let call = 0; call < 3; call++) {
      const headers = { bad: 'a\nb' };
      expect(await failureOf(other.get('/x', { headers }))).toMatchObject({
        code: 'REQUEST_ERROR',
      });
    }
    await other.get('/x');
  });

  it.each([
    ['CERT_HAS_EXPIRED', 'certificate has expired'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'self-signed certificate'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'unable to verify the first certificate'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', "Hostname/IP does not match certificate's altnames"],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'wrong version number'],
    ['EPROTO', 'write EPROTO'],
    ['', 'redirect count exceeded'],
    ['', 'unexpected redirect'],
  ])('%s %s is not repeated', async (code, message) => {
    const { api, sent } = fakeApi({}, caused(code, message));
    expect(await failureOf(api.get('/x'))).toMatchObject({
      code: 'NETWORK_ERROR',
      action: 'FATAL',
      retryable: false,
    });
    expect(sent).toHaveLength(1);
  });

  it.each(['concerts.example', 'tls.example', 'redirect.example', 'ssl-api.example'])(
    'of the host %s is repeated: its name is no reason',
    async (host) => {
      const { api, sent } = fakeApi({}, caused('ENOTFOUND', `getaddrinfo ENOTFOUND ${host}`));
      expect(await failureOf(api.get('/x'))).toMatchObject({ code: 'NETWORK_ERROR' });
      expect(sent).toHaveLength(4);
    },
  );

  it('is none where the request is at fault', async () => {
    const broken = { token: () => JSON.parse('{') as string };
    expect(await failureOf(fakeApi({ auth: broken }).api.get('/x'))).toMatchObject({
      code: 'REQUEST_ERROR',
      attempts: 0,
    });
    const { api, sent } = fakeApi({ baseUrl: '' }, new TypeError('fetch failed'));
    for (const url of ['ftp://a.example/x', '/x', 'http://', 'http://u:p@a.example/']) {
      expect(await failureOf(api.get(url))).toMatchObject({ code: 'REQUEST_ERROR' });
    }
    expect(sent.length).toBeLessThan(5);
  });
});

describe('A call leaves behind', () => {
  it('no listener on the signal of the caller', async () => {
    const { signal } = new AbortController();
    const { api } = fakeApi({}, bare(503), bare(500), json({ ok: true }));
    await api.get('/x', { signal });
    const { api: failing } = fakeApi({}, bare(404));
    await failureOf(failing.get('/x', { signal }));
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  it('no secret in the log, however the text is written', async () => {
    const logged: unknown[] = [];
    const log = (event: unknown) => void logged.push(event);
    const bodies = [
      JSON.stringify({ accessToken: 's3cr3t', user: { password: 's3cr3t' } }, undefined, 2),
      JSON.stringify({ body: JSON.stringify({ apiKey: 's3cr3t' }) }),
      'pin=s3cr3t&client_secret=s3cr3t&x=1',
      '{ "refreshToken" :  "s3cr3t" }',
      'postgres://root:s3cr3t@db.example/x',
    ];
    for (const body of bodies) {
      const on = { request: log, response: log };
      const { api } = fakeApi({ on }, new Response(body));
      await api.post(`/x?api_key=s3cr3t&pin=s3cr3t`, body);
    }
    expect(logged).toHaveLength(bodies.length * 2);
    expect(JSON.stringify(logged)).not.toContain('s3cr3t');
  });

  it('no trace of itself in the fetch that it was given', async () => {
    const seen: unknown[] = [];
    // Of browsers, fetch throws where it is called as a method.
    const fetch = async function (this: unknown) {
      seen.push(this);
      return json('ok');
    };
    await createClient({ baseUrl: 'https://api.example', fetch }).get('/x');
    expect(seen).toEqual([undefined]);
  });

  it('no doubt about an option that does not exist', async () => {
    const { api, sent } = fakeApi({}, bare(200));
    const call = api.get('/x', { timeout: 5 } as object);
    await expect(call).rejects.toThrow('wrong option timeout: 5');
    await expect(api.get('/x', { timeoutMs: -1 })).rejects.toThrow('wrong option timeoutMs: -1');
    expect(sent).toEqual([]);
  });
});
