import { expect, it } from 'vitest';
import { logIn, uniqueEmail } from '../support/accounts';
import { expectFlat } from '../support/expect-answer';
import type { SampleApp } from '../support/sample-app';

const PATH = '/api/v1/auth/register';
const PASSWORD = 'correct-horse-battery';

export function entryguardRegistrationRows(app: () => SampleApp): void {
  it("E1 answers the guide's invalid registration with its three field errors", async () => {
    const body = { organizationName: '', email: 'invalid-email', password: 'short' };
    expectFlat(await app().send(PATH, { body }), {
      status: 400,
      message: 'Validation failed',
      path: PATH,
      validationErrors: {
        organizationName: 'must not be blank',
        email: 'must be a well-formed email address',
        password: 'size must be between 8 and 128',
      },
    });
  });

  it('E2 tells of a blank email and a short password and of nothing else', async () => {
    const body = { email: '', password: 'short', organizationName: 'Initech' };
    expectFlat(await app().send(PATH, { body }), {
      status: 400,
      message: 'Validation failed',
      path: PATH,
      validationErrors: {
        email: 'must not be blank',
        password: 'size must be between 8 and 128',
      },
    });
  });

  it('E3 registers an organisation once and refuses its email the second time', async () => {
    const body = { organizationName: 'Initech', email: uniqueEmail(), password: PASSWORD };
    const first = await app().send(PATH, { body });
    expect(first.status).toBe(201);
    expect(first.body).toStrictEqual({
      id: expect.any(String),
      organizationName: 'Initech',
      email: body.email,
      createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
    });
    const again = { ...body, organizationName: 'Other', email: body.email.toUpperCase() };
    expectFlat(await app().send(PATH, { body: again }), {
      status: 409,
      message: 'Email is already registered',
      path: PATH,
    });
  });

  it('E3 lets exactly one of several registrations at once through', async () => {
    const body = { organizationName: 'Initech', email: uniqueEmail(), password: PASSWORD };
    const answers = await Promise.all(Array.from({ length: 6 }, () => app().send(PATH, { body })));
    const statuses = answers.map(({ status }) => status).toSorted((a, b) => a - b);
    expect(statuses).toStrictEqual([201, 409, 409, 409, 409, 409]);
    expect((await logIn(app(), body.email)).accessToken).toEqual(expect.any(String));
  });

  it('E11 answers malformed JSON with 400 and without field errors', async () => {
    for (const path of [PATH, '/api/v1/users', '/api/v1/sessions']) {
      expectFlat(await app().send(path, { body: '{"email":' }), {
        status: 400,
        message: 'The request body could not be parsed',
        path,
      });
    }
  });
}
