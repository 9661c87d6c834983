import { assertIndistinguishable } from 'nestjs-errors/testing';
import { expect, it } from 'vitest';
import { tokenOf } from '../support/accounts';
import { expectFlat } from '../support/expect-answer';
import type { SampleApp } from '../support/sample-app';

const NOBODYS = '/api/v1/resources/99999999-9999-9999-9999-999999999999';
const GLOBEXS = '/api/v1/resources/22222222-2222-4222-8222-222222222222';

export function entryguardResourcesRows(app: () => SampleApp): void {
  it("E8 shows another organisation's resource as one that does not exist", async () => {
    const token = await tokenOf(app(), 'admin@acme.test');
    const [missing, foreign] = await Promise.all([
      app().send(NOBODYS, { token }),
      app().send(GLOBEXS, { token }),
    ]);
    expectFlat(missing, { status: 404, message: 'Resource not found', path: NOBODYS });
    expectFlat(foreign, { status: 404, message: 'Resource not found', path: GLOBEXS });
    assertIndistinguishable(foreign, missing);
  });

  it('E8 hides it as well from who asks for a problem, and from DELETE', async () => {
    const token = await tokenOf(app(), 'admin@acme.test');
    const headers = { accept: 'application/problem+json' };
    for (const method of ['GET', 'DELETE']) {
      const missing = await app().send(NOBODYS, { token, headers, method });
      const foreign = await app().send(GLOBEXS, { token, headers, method });
      assertIndistinguishable(foreign, missing);
    }
    const owner = await tokenOf(app(), 'admin@globex.test');
    expect((await app().send(GLOBEXS, { token: owner })).status).toBe(200);
  });

  it("E9 creates, shows and deletes the guide's resource", async () => {
    const token = await tokenOf(app(), 'admin@acme.test');
    const created = await app().send('/api/v1/resources', {
      token,
      body: {
        name: 'Production Database',
        provider: 'AWS',
        credentialId: '550e8400-e29b-41d4-a716-446655440000',
        config: { securityGroupId: 'sg-0123456789abcdef0', region: 'us-east-1' },
      },
    });
    expect(created.status).toBe(201);
    expect(created.body).toStrictEqual({
      id: expect.any(String),
      name: 'Production Database',
      provider: 'AWS',
      createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
    });
    const { id } = created.body as { id: string };
    const path = `/api/v1/resources/${id}`;
    const found = await app().send(path, { token });
    expect(found.status).toBe(200);
    expect(found.body).toStrictEqual({ id, name: 'Production Database', status: 'ACTIVE' });
    const removed = await app().send(path, { token, method: 'DELETE' });
    expect([removed.status, removed.body]).toStrictEqual([204, '']);
    expectFlat(await app().send(path, { token }), {
      status: 404,
      message: 'Resource not found',
      path,
    });
  });

  it('E9 names a credential of another organisation as a wrong field', async () => {
    const token = await tokenOf(app(), 'admin@acme.test');
    const credentialId = '550e8400-e29b-41d4-a716-446655440001';
    const body = { name: 'Database', provider: 'AWS', credentialId };
    expectFlat(await app().send('/api/v1/resources', { token, body }), {
      status: 400,
      message: 'Validation failed',
      path: '/api/v1/resources',
      validationErrors: { credentialId: 'must be the id of a credential' },
    });
  });
}
