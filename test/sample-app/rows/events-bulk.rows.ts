import { expect, it } from 'vitest';
import { nestedBody, problemBody } from '../../support/bodies';
import type { Answer } from '../../support/request';
import { tokenOf, uniqueName } from '../support/accounts';
import { expectNested } from '../support/expect-answer';
import type { SampleApp } from '../support/sample-app';

const PATH = '/event/bulk';
const MESSAGE = 'Some operations failed';
const DUPLICATE = { error: 'Duplicate name', code: 'RESOURCE_CONFLICT' };
const BAD_DATE = { error: 'Invalid date', code: 'VALIDATION_INVALID_FORMAT' };

interface BulkEvent {
  readonly name?: string;
  readonly id?: string;
  readonly startDateTime?: string;
  readonly capacity?: number;
  readonly venueId?: string;
}

function event(changes: BulkEvent = {}): BulkEvent {
  return { name: uniqueName(), startDateTime: '2099-01-01T00:00:00Z', capacity: 10, ...changes };
}

/** Ten of which two are bad: the fourth has the name of the third, the eighth no valid date. */
function tenEvents(): BulkEvent[] {
  const events = Array.from({ length: 10 }, () => event());
  events[3] = event({ id: 'item-3-guid', name: events[2]?.name ?? '' });
  events[7] = event({ startDateTime: 'some day' });
  return events;
}

const TWO_OF_TEN = {
  succeeded: 8,
  failed: 2,
  failures: [
    { index: 3, id: 'item-3-guid', ...DUPLICATE },
    { index: 7, id: null, ...BAD_DATE },
  ],
};

export function eventsBulkRows(app: () => SampleApp): void {
  async function save(events: unknown[], headers: Record<string, string> = {}): Promise<Answer> {
    const token = await tokenOf(app(), 'admin@acme.test');
    return app().sendEvent(PATH, { token, headers, body: { events } });
  }

  async function saveAlone(body: unknown): Promise<Answer> {
    return app().sendEvent('/event/save', { token: await tokenOf(app(), 'admin@acme.test'), body });
  }

  it('G9 saves eight of ten events and tells which two failed', async () => {
    const events = tenEvents();
    const answer = await save(events);
    const told = { code: 'PARTIAL_SUCCESS', message: MESSAGE, details: TWO_OF_TEN };
    expect(answer.status).toBe(207);
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(answer.body).toStrictEqual(
      nestedBody({ ...told, path: `/api/1.0${PATH}`, method: 'POST' }),
    );
    expect(answer.body).toMatchObject({ error: { traceId: answer.headers.get('x-trace-id') } });
  });

  it('G9 keeps what was saved', async () => {
    const [first, second] = [event(), event()];
    expect((await save([first, event({ startDateTime: '' }), second])).status).toBe(207);
    expect((await saveAlone(first)).status).toBe(409);
    expect((await saveAlone(second)).status).toBe(409);
  });

  it('G9 G14 tells the same as RFC 9457 to who asks for it', async () => {
    const answer = await save(tenEvents(), { accept: 'application/problem+json' });
    expect(answer.status).toBe(207);
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(answer.headers.get('vary')).toMatch(/accept/i);
    expect(answer.body).toStrictEqual(
      problemBody({
        status: 207,
        title: 'Multi-Status',
        detail: MESSAGE,
        code: 'PARTIAL_SUCCESS',
        instance: `/api/1.0${PATH}`,
        ...TWO_OF_TEN,
      }),
    );
  });

  it('G9 answers 201 and the events where all were saved', async () => {
    const events = [event(), event()];
    const answer = await save(events);
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject(events.map(({ name }) => ({ id: expect.any(String), name })));
  });

  it('G9 is a plain failure where every event failed for one reason', async () => {
    expectNested(await save([event({ name: 'Open event' }), event({ name: 'Open event' })]), {
      status: 409,
      code: DUPLICATE.code,
      message: DUPLICATE.error,
      path: PATH,
      method: 'POST',
    });
  });

  it('G9 keeps to one event what the database or the DTO has against it', async () => {
    const answer = await save([
      null,
      event({ name: 'a\u0000b' }),
      event({ startDateTime: '+275760-01-01T00:00:00Z' }),
      event({ venueId: 'ven-none' }),
      event({ capacity: 0 }),
      event(),
    ]);
    expect(answer.body).toMatchObject({
      error: {
        details: {
          succeeded: 1,
          failed: 5,
          failures: [
            { index: 0, id: null, error: 'Name is required', code: 'VALIDATION_FAILED' },
            {
              index: 1,
              id: null,
              error: 'A field has the wrong format',
              code: 'VALIDATION_INVALID_FORMAT',
            },
            { index: 2, id: null, ...BAD_DATE },
            {
              index: 3,
              id: null,
              error: 'Venue does not exist',
              code: 'VALIDATION_REFERENCE_INVALID',
            },
            {
              index: 4,
              id: null,
              error: 'Capacity must be greater than 0',
              code: 'VALIDATION_FAILED',
            },
          ],
        },
      },
    });
  });
}
