import { describe, expect, it } from 'vitest';
import { nestedBody } from '../../support/bodies';
import { PLATFORMS, startApp } from '../../support/platforms';
import { PlacesController } from './places.controller';

const controllers = [PlacesController];
const ID = '00000000-0000-4000-8000-000000000000';

describe.each(PLATFORMS)('a refused value on %s', (_, create) => {
  it.each([
    ['/events?limit=500', { limit: ['Limit must be less than or equal to 100'] }],
    [
      '/events?limit=x',
      { limit: ['Limit must be an integer', 'Limit must be less than or equal to 100'] },
    ],
    ['/events/7/OPEN', { id: ['Id must be a valid UUID'] }],
    [`/events/${ID}/open`, { status: ['Status must be one of: OPEN'] }],
    [`/events/${ID}/OPEN?size=many`, { size: ['Size must be an integer'] }],
  ])('tells where it came from: %s', async (path, details) => {
    const { send } = await startApp(create, { controllers });

    const { status, body } = await send(path);

    expect(status).toBe(422);
    expect(body).toEqual(
      nestedBody({
        code: 'VALIDATION_FAILED',
        message: 'Request validation failed',
        details,
        path: path.split('?', 1)[0] ?? '',
      }),
    );
  });

  it('is a parameter in the problem format', async () => {
    const { send } = await startApp(create, { controllers, options: { format: 'problem' } });

    const { body } = await send(`/events/${ID}/OPEN?size=many`);

    expect(body).toMatchObject({
      errors: [
        { parameter: 'size', code: 'VALIDATION_INVALID_FORMAT', detail: 'must be an integer' },
      ],
    });
  });

  it('is a header: 400, whatever the format says of other values', async () => {
    const { send } = await startApp(create, { controllers });

    const missing = await send('/tenant');
    const wrong = await send('/tenant', { headers: { 'tenant-code': 'a', 'api-version': 'x' } });
    const good = await send('/tenant', { headers: { 'Tenant-Code': 'acme' } });

    expect(missing.status).toBe(400);
    expect(missing.body).toMatchObject({
      error: {
        code: 'VALIDATION_REQUIRED_FIELD',
        details: { 'tenant-code': ['Tenant code is required'] },
      },
    });
    expect(wrong.status).toBe(400);
    expect(wrong.body).toMatchObject({
      error: {
        code: 'VALIDATION_INVALID_FORMAT',
        details: { 'api-version': ['Api version must match "^\\d\\.\\d$"'] },
      },
    });
    expect(good).toMatchObject({ status: 200, body: { tenant: 'acme' } });
  });

  it('is an item of a list at the root', async () => {
    const { send } = await startApp(create, { controllers });

    const { status, body } = await send('/items', { body: [{ name: 'x' }, { name: '' }] });

    expect(status).toBe(422);
    expect(body).toMatchObject({ error: { details: { '[1].name': ['Name is required'] } } });
  });

  it('never stands in the way of good ones', async () => {
    const { send } = await startApp(create, {
      controllers,
      options: { validation: { transform: true } },
    });

    const events = await send('/events?limit=5');
    const event = await send(`/events/${ID}/OPEN?size=3`);

    expect(events.body).toEqual({ limit: 5 });
    expect(event.body).toEqual({ id: ID, status: 'OPEN', size: 3 });
  });
});
