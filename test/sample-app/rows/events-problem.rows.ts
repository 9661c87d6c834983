import { STATUS_CODES } from 'node:http';
import { expect, it } from 'vitest';
import { problemBody } from '../../support/bodies';
import { tokenOf } from '../support/accounts';
import type { SampleApp, SampleRequest } from '../support/sample-app';

const MEMBER = { memberId: 'member-guid' };
const EVENT = { name: 'Open event', startDateTime: '2099-01-01T00:00:00Z', capacity: 10 };

/** The failures of the rows above that are the same each time they are asked for. */
const FAILURES: readonly (readonly [row: string, path: string, request: SampleRequest])[] = [
  ['G3', '/event/evt-open', { token: 'garbage' }],
  ['G4', '/event/evt-full/registrations', { body: MEMBER }],
  ['G5', '/event/evt-blocked/registrations', { body: MEMBER }],
  ['G6', '/event/nonexistent-guid', {}],
  ['G7', '/event/evt-open', { method: 'PUT', body: EVENT }],
  ['G8', '/event/evt-open/booths/A101/assign', { body: { companyName: 'Initech' } }],
  ['G11', '/event/evt-open/venue?upstream=broken', {}],
  ['G13', '/event/maintenance', { method: 'POST' }],
];

interface NestedError {
  readonly code: string;
  readonly message: string;
  readonly path: string;
  readonly details?: object;
}

export function eventsProblemRows(app: () => SampleApp): void {
  it('G14 tells the same failures as RFC 9457 to who asks for it', async () => {
    const token = await tokenOf(app(), 'user@acme.test');
    for (const [row, path, request] of FAILURES) {
      const nested = await app().sendEvent(path, { token, ...request });
      const {
        code,
        message,
        path: instance,
        details,
      } = (nested.body as { error: NestedError }).error;
      const problem = await app().sendEvent(path, {
        token,
        ...request,
        headers: { accept: 'application/problem+json' },
      });
      expect(problem.status, row).toBe(nested.status);
      expect(problem.headers.get('content-type'), row).toMatch(/^application\/problem\+json/);
      expect(problem.headers.get('vary'), row).toMatch(/accept/i);
      const { status } = nested;
      const title = STATUS_CODES[status] ?? '';
      expect(problem.body, row).toStrictEqual(
        problemBody({ status, title, detail: message, code, instance, ...details }),
      );
    }
  });

  it('G14 points at each wrong field', async () => {
    const token = await tokenOf(app(), 'user@acme.test');
    const answer = await app().sendEvent('/event/save', {
      token,
      headers: { accept: 'application/problem+json' },
      body: { startDateTime: '2020-01-01T00:00:00Z', capacity: 0 },
    });
    expect(answer.body).toStrictEqual(
      problemBody({
        status: 422,
        title: 'Unprocessable Entity',
        detail: 'Request validation failed',
        code: 'VALIDATION_FAILED',
        instance: '/api/1.0/event/save',
        errors: [
          { pointer: '#/name', code: 'VALIDATION_REQUIRED_FIELD', detail: 'must not be blank' },
          {
            pointer: '#/startDateTime',
            code: 'VALIDATION_OUT_OF_RANGE',
            detail: 'Start date must be in the future',
          },
          {
            pointer: '#/capacity',
            code: 'VALIDATION_OUT_OF_RANGE',
            detail: 'must be greater than 0',
          },
        ],
      }),
    );
  });
}
