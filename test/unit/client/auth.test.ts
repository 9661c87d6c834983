import { describe, expect, it } from 'vitest';
import { bare, failureOf, fakeApi, json, nested, turns } from './support/fake-api';

const expired = () => nested(401, 'AUTH_TOKEN_EXPIRED');

/** A store of tokens, and an API that takes the newest alone. */
function session({ fails = false } = {}) {
  const store = { token: 'token-0', refreshes: 0 };
  const refresh = async () => {
    store.refreshes++;
    await turns();
    if (fails) throw new Error('refused');
    store.token = `token-${store.refreshes}`;
  };
  const answer = ({ headers }: { headers: Record<string, string> }) =>
    headers['authorization'] === 'Bearer token-1' ? json('ok') : expired();
  return { store, auth: { token: () => store.token, refresh }, answer };
}

describe('The token', () => {
  it('is not refreshed again where it has changed since the call was sent', async () => {
    const { store, auth } = session();
    const { api } = fakeApi(
      { auth },
      () => {
        store.token = 'token-1';
        return expired();
      },
      json('ok'),
    );
    expect(await api.get('/x')).toBe('ok');
    expect(store.refreshes).toBe(0);
  });

  it('is refreshed once where reading it takes its time', async () => {
    const { store, auth, answer } = session();
    const token = async () => {
      const stored = store.token;
      await turns();
      return stored;
    };
    const { api } = fakeApi({ auth: { ...auth, token } }, answer);
    const calls: Promise<unknown>[] = [];
    for (let call = 0; call < 20; call++) {
      calls.push(api.get('/x'));
      for (let turn = 0; turn < 17; turn++) await Promise.resolve();
    }
    expect(await Promise.all(calls)).toEqual(Array(20).fill('ok'));
    expect(store.refreshes).toBe(1);
  });

  it('leaves the 401 and its reason where the refresh fails, for all that wait', async () => {
    const { store, auth, answer } = session({ fails: true });
    const { api } = fakeApi({ auth }, answer);
    const errors = await Promise.all([1, 2, 3].map(() => failureOf(api.get('/x'))));
    for (const error of errors) {
      expect(error).toMatchObject({
        code: 'AUTH_TOKEN_EXPIRED',
        attempts: 1,
        cause: new Error('refused'),
      });
    }
    expect(store.refreshes).toBe(1);
    await failureOf(api.get('/x'));
    expect(store.refreshes).toBe(2);
  });

  it('is refreshed on a bare 401 where the option asks for it', async () => {
    for (const bare401 of [true, false]) {
      const { store, auth } = session();
      const { api } = fakeApi({ auth: { ...auth, bare401 } }, bare(401), json('ok'));
      await api.get('/x').catch(() => {});
      expect(store.refreshes).toBe(Number(bare401));
    }
  });

  it('is not blamed for a bare 401 where none was sent', async () => {
    const { store, auth } = session();
    const { api } = fakeApi({ auth: { ...auth, bare401: true } }, bare(401));
    for (const options of [{ auth: false as const }, { headers: { authorization: 'Basic x' } }]) {
      expect((await failureOf(api.post('/login', {}, options))).code).toBe('AUTH_CLIENT_INVALID');
    }
    expect(store.refreshes).toBe(0);
  });

  it('is refreshed where the challenge of a flat answer says that it expired', async () => {
    const { store, auth } = session();
    const challenge = 'Bearer error="invalid_token", error_description="The access token expired"';
    const flat = json({ status: 401, error: 'Unauthorized', message: 'Token has expired' }, 401, {
      'www-authenticate': challenge,
    });
    const { api } = fakeApi({ auth }, flat, json('ok'));
    expect(await api.get('/x')).toBe('ok');
    expect(store.refreshes).toBe(1);
  });

  it('is neither sent nor refreshed with auth: false, nor beside a credential of the caller', async () => {
    const { store, auth, answer } = session();
    const { api, sent } = fakeApi({ auth }, answer);
    await failureOf(api.get('/x', { auth: false }));
    await failureOf(api.get('/x', { headers: { Authorization: 'Basic abc' } }));
    expect(sent.map(({ headers }) => headers['authorization'])).toEqual([undefined, 'Basic abc']);
    expect(store.refreshes).toBe(0);
  });

  it('and headers go to the origin of the API alone', async () => {
    const { auth, answer } = session();
    const headers = { 'tenant-code': 'acme' };
    const elsewhere = [
      'https://evil.example/x',
      '//evil.example/x',
      'http://api.example/x',
      'https://api.example:8443/x',
    ];
    for (const url of elsewhere) {
      const { api, sent } = fakeApi({ auth, headers }, answer);
      await failureOf(api.fetch(url).then((response) => Promise.reject(response)));
      for (const each of sent) {
        expect(each.headers['authorization']).toBeUndefined();
        expect(each.headers['tenant-code']).toBeUndefined();
      }
    }
    const { api, sent } = fakeApi({ auth, headers }, json('ok'));
    for (const path of ['@evil.example/x', '/..//evil.example/x']) await api.get(path);
    for (const { url } of sent) expect(new URL(url).host).toBe('api.example');
  });

  it('is waited for no longer than the call may take', async () => {
    const { auth, answer } = session();
    const { api } = fakeApi({ auth: { ...auth, refresh: () => new Promise(() => {}) } }, answer);
    expect(await failureOf(api.get('/x'))).toMatchObject({
      code: 'AUTH_TOKEN_EXPIRED',
      cause: { name: 'TimeoutError' },
    });
  });

  it('that cannot be had is a fault of the request', async () => {
    const { api, sent } = fakeApi({ auth: { token: () => Promise.reject(new Error('locked')) } });
    expect(await failureOf(api.get('/x'))).toMatchObject({
      code: 'REQUEST_ERROR',
      attempts: 0,
      cause: new Error('locked'),
    });
    expect(sent).toEqual([]);
  });
});
