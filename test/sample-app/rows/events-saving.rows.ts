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
      details: { resourceType: 'Event', field: 'name' },
    });
  });

  it('G9 keeps to one event what the database or the DTO has against it', async () => {
    const token = await tokenOf(app(), 'admin@acme.test');
    const event = { startDateTime: FUTURE, capacity: 10 };
    const good = { ...event, name: uniqueName() };
    const events = [
      null,
      { ...event, name: 'a\u0000b' },
      { ...event, name: uniqueName(), startDateTime: '+275760-01-01T00:00:00Z' },
      { ...event, name: uniqueName(), venueId: 'ven-none' },
      good,
    ];
    const answer = await app().sendEvent('/event/bulk', { token, body: { events } });
    const id = expect.any(String);
    expect(answer.body).toMatchObject({
      error: {
        details: {
          succeeded: 1,
          failed: 4,
          failures: [
            { index: 0, id, error: 'Invalid name' },
            { index: 1, id, error: 'Invalid event' },
            { index: 2, id, error: 'Invalid date' },
            { index: 3, id, error: 'Invalid venue' },
          ],
        },
      },
    });
    expect((await app().sendEvent('/event/save', { token, body: good })).status).toBe(409);
  });

  it('G9 saves eight of ten events and tells which two failed', async () => {
    const token = await tokenOf(app(), 'admin@acme.test');
    const events = Array.from({ length: 10 }, () => ({
      id: 'item-guid',
      name: uniqueName(),
      startDateTime: FUTURE,
      capacity: 10,
    }));
    events[3] = { ...events[3]!, id: 'item-3-guid', name: events[2]!.name };
    events[7] = { ...events[7]!, id: 'item-7-guid', startDateTime: 'some day' };
    const answer = await app().sendEvent('/event/bulk', { token, body: { events } });
    expect(answer.status).toBe(207);
    expect(answer.body).toStrictEqual({
      error: {
        code: 'PARTIAL_SUCCESS',
        message: 'Some operations failed',
        details: {
          succeeded: 8,
          failed: 2,
          failures: [
            { index: 3, id: 'item-3-guid', error: 'Duplicate name' },
            { index: 7, id: 'item-7-guid', error: 'Invalid date' },
          ],
        },
        timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
        traceId: answer.headers.get('x-trace-id'),
        path: '/api/1.0/event/bulk',
        method: 'POST',
      },
    });
    const again = await app().sendEvent('/event/save', { token, body: events[2] });
    expect(again.status).toBe(409);
  });
}
