import { expect, it } from 'vitest';
import { expiredToken, logIn, registerAdmin, tokenOf, uniqueEmail } from '../support/accounts';
import { expectFlat } from '../support/expect-answer';
import type { SampleApp } from '../support/sample-app';

const UNAUTHENTICATED = 'Full authentication is required to access this resource';

export function entryguardAccessRows(app: () => SampleApp): void {
  it('E4 refuses an eleventh user', async () => {
    const token = await tokenOf(app(), 'admin@acme.test');
    const body = { email: 'new@acme.test', name: 'New' };
    expectFlat(await app().send('/api/v1/users', { token, body }), {
      status: 400,
      message: 'Maximum number of users (10) reached for your organization',
      path: '/api/v1/users',
    });
  });

  it('E4 holds the limit when many users are added at once', async () => {
    const token = await registerAdmin(app());
    const answers = await Promise.all(
      Array.from({ length: 12 }, () =>
        app().send('/api/v1/users', { token, body: { email: uniqueEmail(), name: 'New' } }),
      ),
    );
    const statuses = answers.map(({ status }) => status).toSorted((a, b) => a - b);
    expect(statuses).toStrictEqual([...Array<number>(9).fill(201), 400, 400, 400]);
    const users = await app().send('/api/v1/users', { token });
    expect(users.body).toHaveLength(10);
  });

  it('E5 lists sessions for a token and tells a missing, an expired and a bad one apart', async () => {
    const path = '/api/v1/sessions';
    const listed = await app().send(path, { token: await tokenOf(app(), 'user@acme.test') });
    expect([listed.status, Array.isArray(listed.body)]).toStrictEqual([200, true]);

    const missing = await app().send(path);
    expectFlat(missing, { status: 401, message: UNAUTHENTICATED, path });
    expect(missing.headers.get('www-authenticate')).toBe('Bearer');
    expectFlat(await app().send(path, { token: await expiredToken(app()) }), {
      status: 401,
      message: 'Token has expired',
      path,
    });
    const garbage = { status: 401, message: UNAUTHENTICATED, path };
    expectFlat(await app().send(path, { token: 'garbage' }), garbage);
    expectFlat(await app().send(path, { headers: { authorization: 'Basic dTpw' } }), garbage);
    expectFlat(await app().send(path, { headers: { 'x-api-key': 'wrong' } }), garbage);
  });

  it('E5 renews tokens with a refresh token and takes neither kind for the other', async () => {
    const { accessToken, refreshToken } = await logIn(app(), 'user@acme.test');
    const path = '/api/v1/auth/refresh';
    const renewed = await app().send(path, { body: { refreshToken } });
    expect(renewed.status).toBe(200);
    expect(renewed.body).toStrictEqual({
      accessToken: expect.any(String),
      refreshToken: expect.any(String),
    });
    const invalid = { status: 401, message: UNAUTHENTICATED };
    expectFlat(await app().send(path, { body: { refreshToken: accessToken } }), {
      ...invalid,
      path,
    });
    expectFlat(await app().send('/api/v1/sessions', { token: refreshToken }), {
      ...invalid,
      path: '/api/v1/sessions',
    });
  });

  it('E6 keeps the list of users to administrators', async () => {
    const path = '/api/v1/users';
    expectFlat(await app().send(path, { token: await tokenOf(app(), 'user@acme.test') }), {
      status: 403,
      message: 'Access denied. Administrator privileges required.',
      path,
    });
  });

  it('E7 holds an API key to its scope', async () => {
    const headers = { 'x-api-key': 'demo-sessions-key' };
    expectFlat(await app().send('/api/v1/credentials', { headers }), {
      status: 403,
      message: 'API key does not have access to this resource',
      path: '/api/v1/credentials',
    });
    expect((await app().send('/api/v1/sessions', { headers })).status).toBe(200);
  });
}
