import { expect, it } from 'vitest';
import { clientToken, expiredToken, tokenOf } from '../support/accounts';
import { expectNested } from '../support/expect-answer';
import type { SampleApp } from '../support/sample-app';

export function eventsAuthRows(app: () => SampleApp): void {
  it('asks for both headers before it looks at the token', async () => {
    const failure = {
      status: 400,
      code: 'VALIDATION_REQUIRED_FIELD',
      message: 'A required field is missing',
      path: '/event/evt-open',
    };
    const version = { 'api-version': ['Api version is required'] };
    const tenant = { 'tenant-code': ['Tenant code is required'] };
    const send = (headers: Record<string, string>) =>
      app().send('/api/1.0/event/evt-open', { headers });
    const none = await send({});
    expectNested(none, { ...failure, details: { ...version, ...tenant } });
    expectNested(await send({ 'api-version': '1.0' }), { ...failure, details: tenant });
    expectNested(await send({ 'tenant-code': 'acme' }), { ...failure, details: version });
  });

  it('G3 tells a missing, a bad and an expired token apart', async () => {
    const path = '/event/evt-open';
    expectNested(await app().sendEvent(path), {
      status: 401,
      code: 'AUTH_TOKEN_MISSING',
      message: 'Authentication is required to access this resource',
      path,
    });
    expectNested(await app().sendEvent(path, { token: 'garbage' }), {
      status: 401,
      code: 'AUTH_TOKEN_INVALID',
      message: 'Access token is invalid',
      path,
    });
    expectNested(await app().sendEvent(path, { token: await expiredToken(app()) }), {
      status: 401,
      code: 'AUTH_TOKEN_EXPIRED',
      message: 'Access token has expired',
      path,
      details: {
        expiredAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
        hint: 'Request new token using refresh token or client credentials',
      },
    });
  });

  it('G3 does not let a token that may only read save an event', async () => {
    const body = { name: 'Gala', startDateTime: '2099-01-01T00:00:00Z', capacity: 10 };
    const token = await clientToken(app(), 'events:read');
    expectNested(await app().sendEvent('/event/save', { token, body }), {
      status: 403,
      code: 'AUTH_INSUFFICIENT_SCOPE',
      message: 'Access token lacks a required scope',
      path: '/event/save',
      method: 'POST',
      details: { requiredScope: 'events:write', grantedScopes: ['events:read'] },
    });
    expect((await app().sendEvent('/event/evt-open', { token })).status).toBe(200);
  });

  it('G3 refuses wrong client credentials, the same for id and secret', async () => {
    for (const [clientId, clientSecret] of [
      ['demo-client', 'wrong'],
      ['nobody', 'demo-secret'],
    ]) {
      const body = { clientId, clientSecret };
      expectNested(await app().sendEvent('/token', { body }), {
        status: 401,
        code: 'AUTH_CLIENT_INVALID',
        message: 'Client credentials are invalid',
        path: '/token',
        method: 'POST',
      });
    }
  });

  it('refuses the token of another tenant', async () => {
    const token = await tokenOf(app(), 'admin@globex.test');
    expectNested(await app().sendEvent('/event/evt-open', { token }), {
      status: 403,
      code: 'PERMISSION_TENANT_MISMATCH',
      message: 'The token does not belong to this tenant',
      path: '/event/evt-open',
      details: { tenantCode: 'acme' },
    });
  });
}
