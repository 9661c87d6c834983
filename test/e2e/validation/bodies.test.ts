import { describe, expect, it } from 'vitest';
import { flatBody, nestedBody, problemBody } from '../../support/bodies';
import { PLATFORMS, startApp } from '../../support/platforms';
import { GuideController } from './guide.controller';

const controllers = [GuideController];
const NO_EVENT = { startDateTime: '2020-01-01T00:00:00Z', capacity: 0 };

describe.each(PLATFORMS)('a refused body on %s', (_, create) => {
  it("is the Engagifii guide's in the nested format", async () => {
    const { send } = await startApp(create, { controllers });

    const { status, body } = await send('/event/save', { body: NO_EVENT });

    expect(status).toBe(422);
    expect(body).toEqual(
      nestedBody({
        code: 'VALIDATION_FAILED',
        message: 'Request validation failed',
        details: {
          name: ['Name is required', 'Name must be less than 500 characters'],
          startDateTime: ['Start date must be in the future'],
          capacity: ['Capacity must be greater than 0'],
        },
        path: '/event/save',
        method: 'POST',
      }),
    );
  });

  it.each([
    [
      { organizationName: '', email: 'invalid-email', password: 'short' },
      {
        organizationName: 'must not be blank',
        email: 'must be a well-formed email address',
        password: 'size must be between 8 and 128',
      },
    ],
    [
      { email: '', password: 'short', organizationName: 'Initech' },
      { email: 'must not be blank', password: 'size must be between 8 and 128' },
    ],
    [
      {},
      {
        organizationName: 'must not be blank',
        email: 'must not be blank',
        password: 'must not be blank',
      },
    ],
  ])("is the EntryGuard guide's in the flat format: %o", async (body, validationErrors) => {
    const { send } = await startApp(create, { controllers, options: { format: 'flat' } });

    const answer = await send('/auth/register', { body });

    expect(answer.status).toBe(400);
    expect(answer.body).toEqual(
      flatBody({
        status: 400,
        error: 'Bad Request',
        message: 'Validation failed',
        path: '/auth/register',
        validationErrors,
      }),
    );
  });

  it('points into the body in the problem format', async () => {
    const { send } = await startApp(create, { controllers, options: { format: 'problem' } });
    const event = {
      name: 'x',
      startDateTime: '2100-01-01T00:00:00Z',
      capacity: 1,
      sessions: [{ capacity: 1 }, { capacity: -1 }, {}],
    };

    const { status, body } = await send('/event/save', { body: event });

    expect(status).toBe(422);
    expect(body).toEqual(
      problemBody({
        status: 422,
        title: 'Unprocessable Entity',
        code: 'VALIDATION_FAILED',
        detail: 'Request validation failed',
        instance: '/event/save',
        errors: [
          {
            pointer: '#/sessions/1/capacity',
            code: 'VALIDATION_OUT_OF_RANGE',
            detail: 'must be greater than 0',
          },
          {
            pointer: '#/sessions/2/capacity',
            code: 'VALIDATION_REQUIRED_FIELD',
            detail: 'must not be null',
          },
        ],
      }),
    );
  });
});
