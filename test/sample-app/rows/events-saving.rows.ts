import { expect, it } from 'vitest';
import { clientToken, tokenOf, uniqueName } from '../support/accounts';
import { expectNested } from '../support/expect-answer';
import type { SampleApp } from '../support/sample-app';

const FUTURE = '2099-01-01T00:00:00Z';

export function eventsSavingRows(app: () => SampleApp): void {
  it("G1 answers the guide's invalid event with its details", async () => {
    const token = await tokenOf(app(), 'admin@acme.test');
    const body = { startDateTime: '2020-01-01T00:00:00Z', capacity: 0 };
    expectNested(await app().sendEvent('/event/save', { token, body }), {
      status: 422,
      code: 'VALIDATION_FAILED',
      message: 'Request validation failed',
      path: '/event/save',
      method: 'POST',
      details: {
        name: ['Name is required', 'Name must be less than 500 characters'],
        startDateTime: ['Start date must be in the future'],
        capacity: ['Capacity must be greater than 0'],
      },
    });
  });

  it('G1 takes a name of 499 characters and refuses one of 500', async () => {
    const token = await tokenOf(app(), 'admin@acme.test');
    const name = uniqueName().padEnd(499, '.');
    const body = { name, startDateTime: FUTURE, capacity: 1 };
    expect((await app().sendEvent('/event/save', { token, body })).status).toBe(201);
    const longer = { ...body, name: `${name}.` };
    expectNested(await app().sendEvent('/event/save', { token, body: longer }), {
      status: 422,
      code: 'VALIDATION_FAILED',
      message: 'Request validation failed',
      path: '/event/save',
      method: 'POST',
      details: { name: ['Name must be less than 500 characters'] },
    });
  });

  it('G2 saves a valid event, also for a client that may write', async () => {
    for (const token of [
      await tokenOf(app(), 'user@acme.test'),
      await clientToken(app(), 'events:write'),
    ]) {
      const body = { name: uniqueName(), startDateTime: FUTURE, capacity: 10 };
      const saved = await app().sendEvent('/event/save', { token, body });
      expect(saved.status).toBe(201);
      expect(saved.body).toStrictEqual({
        ...body,
        id: expect.any(String),
        startDateTime: '2099-01-01T00:00:00.000Z',
        venueId: null,
      });
    }
  });

  it('answers a name that is taken with 409', async () => {
    const token = await tokenOf(app(), 'admin@acme.test');
    const body = { name: 'Open event', startDateTime: FUTURE, capacity: 10 };
    expectNested(await app().sendEvent('/event/save', { token, body }), {
      status: 409,
      code: 'RESOURCE_CONFLICT',
      message: 'An event of this name exists already',
      path: '/event/save',
      method: 'POST',
    });
  });

  it('answers a venue that does not exist with the code of a bad reference', async () => {
    const token = await tokenOf(app(), 'admin@acme.test');
    const body = { name: uniqueName(), startDateTime: FUTURE, capacity: 10, venueId: 'ven-none' };
    expectNested(await app().sendEvent('/event/save', { token, body }), {
      status: 422,
      code: 'VALIDATION_REFERENCE_INVALID',
      message: 'Venue does not exist',
      path: '/event/save',
      method: 'POST',
    });
  });

  it('answers a text that the database cannot hold as a fault of the client', async () => {
    const token = await tokenOf(app(), 'admin@acme.test');
    const body = { name: 'a\u0000b', startDateTime: FUTURE, capacity: 10 };
    expectNested(await app().sendEvent('/event/save', { token, body }), {
      status: 422,
      code: 'VALIDATION_INVALID_FORMAT',
      message: 'A field has the wrong format',
      path: '/event/save',
      method: 'POST',
    });
  });
}
