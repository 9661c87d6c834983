import { expect, it } from 'vitest';
import { tokenOf, uniqueName } from '../support/accounts';
import { expectNested } from '../support/expect-answer';
import type { SampleApp } from '../support/sample-app';

const BODY = { name: 'Open event', startDateTime: '2099-01-01T00:00:00Z', capacity: 10 };

export function eventsRulesRows(app: () => SampleApp): void {
  it('G4 refuses a registration for the full event', async () => {
    const token = await tokenOf(app(), 'user@acme.test');
    const path = '/event/evt-full/registrations';
    expectNested(await app().sendEvent(path, { token, body: { memberId: 'member-guid' } }), {
      status: 422,
      code: 'BUSINESS_EVENT_FULL',
      message: 'Event has reached maximum capacity',
      path,
      method: 'POST',
      details: { eventId: 'evt-full', capacity: 500, registered: 500, waitlistAvailable: true },
    });
  });

  it('G4 gives the last places to as many members as there are places', async () => {
    const token = await tokenOf(app(), 'admin@acme.test');
    const event = { ...BODY, name: uniqueName(), capacity: 3 };
    const saved = await app().sendEvent('/event/save', { token, body: event });
    const path = `/event/${(saved.body as { id: string }).id}/registrations`;
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        app().sendEvent(path, { token, body: { memberId: `member-${index}` } }),
      ),
    );
    const statuses = answers.map(({ status }) => status).toSorted((a, b) => a - b);
    expect(statuses).toStrictEqual([201, 201, 201, 422, 422, 422]);
  });

  it('G5 tells every reason for which a registration is blocked', async () => {
    const token = await tokenOf(app(), 'user@acme.test');
    const path = '/event/evt-blocked/registrations';
    expectNested(await app().sendEvent(path, { token, body: { memberId: 'member-guid' } }), {
      status: 422,
      code: 'BUSINESS_REGISTRATION_BLOCKED',
      message: 'Registration cannot be completed',
      path,
      method: 'POST',
      details: {
        reasons: ['Event capacity reached', 'Registration deadline passed', 'Member not eligible'],
        eventId: 'evt-blocked',
        memberId: 'member-guid',
      },
    });
  });

  it('G6 answers an unknown event with its type and id', async () => {
    const token = await tokenOf(app(), 'user@acme.test');
    const path = '/event/nonexistent-guid';
    expectNested(await app().sendEvent(path, { token }), {
      status: 404,
      code: 'RESOURCE_NOT_FOUND',
      message: 'Event not found',
      path,
      details: { resourceType: 'Event', resourceId: 'nonexistent-guid' },
    });
  });

  it('G7 keeps editing to event managers', async () => {
    const token = await tokenOf(app(), 'user@acme.test');
    const path = '/event/evt-open';
    expectNested(await app().sendEvent(path, { token, method: 'PUT', body: BODY }), {
      status: 403,
      code: 'PERMISSION_DENIED',
      message: 'You do not have permission to edit this event',
      path,
      method: 'PUT',
      details: {
        requiredRole: 'EventManager',
        userRoles: ['EventViewer'],
        action: 'UpdateEvent',
      },
    });
    const manager = await tokenOf(app(), 'admin@acme.test');
    const updated = await app().sendEvent(path, { token: manager, method: 'PUT', body: BODY });
    expect(updated.status).toBe(200);
    // The other rows count on the event's venue.
    const restored = { ...BODY, capacity: 500, venueId: 'ven-hall' };
    await app().sendEvent(path, { token: manager, method: 'PUT', body: restored });
  });

  it('G8 tells who has the booth', async () => {
    const token = await tokenOf(app(), 'user@acme.test');
    const path = '/event/evt-open/booths/A101/assign';
    expectNested(await app().sendEvent(path, { token, body: { companyName: 'Initech' } }), {
      status: 409,
      code: 'RESOURCE_CONFLICT',
      message: 'Booth already assigned',
      path,
      method: 'POST',
      details: {
        boothId: 'booth-a101',
        boothName: 'A101',
        assignedTo: 'Other Company Inc.',
        assignedDate: '2024-01-10T14:30:00Z',
      },
    });
  });

  it('G8 gives a free booth to one of several companies at once', async () => {
    const token = await tokenOf(app(), 'user@acme.test');
    const path = '/event/evt-open/booths/A102/assign';
    const answers = await Promise.all(
      ['Initech', 'Hooli', 'Pied Piper'].map((companyName) =>
        app().sendEvent(path, { token, body: { companyName } }),
      ),
    );
    const statuses = answers.map(({ status }) => status).toSorted((a, b) => a - b);
    expect(statuses).toStrictEqual([200, 409, 409]);
  });

  it('G12 does not delete an event that has registrations', async () => {
    const token = await tokenOf(app(), 'admin@acme.test');
    const path = '/event/evt-full';
    expectNested(await app().sendEvent(path, { token, method: 'DELETE' }), {
      status: 409,
      code: 'RESOURCE_DEPENDENCY',
      message: 'The resource is still in use by others',
      path,
      method: 'DELETE',
    });
    expect((await app().sendEvent(path, { token })).status).toBe(200);
  });
}
