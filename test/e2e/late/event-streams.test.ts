import { describe, expect, it } from 'vitest';
import { flatBody, nestedBody, problemBody } from '../../support/bodies';
import {
  type CreateAdapter,
  PLATFORMS,
  startApp,
  type TestAppParts,
} from '../../support/platforms';
import { EventsController, ScopedController, SlowIsBroken } from './events.controller';
import { eventsOf } from './events-of';
import { portOf } from './port-of';
import { get, talk } from './wire';

async function open(create: CreateAdapter, path: string, parts: TestAppParts = {}) {
  const controllers = [EventsController, ScopedController];
  const { app, logger } = await startApp(create, { controllers, ...parts });
  const { answers } = await talk(portOf(app), get(path), { answers: 1 });
  const [answer] = answers;
  if (answer === undefined) throw new Error('no answer');
  expect(JSON.stringify([answer, logger.lines.map(({ message }) => message)])).not.toContain(
    'hunter2',
  );
  return { answer, events: eventsOf(answer.body), logger };
}

const internalError = (path: string) =>
  nestedBody({
    code: 'INTERNAL_ERROR',
    message: 'An unexpected error occurred. Please try again later.',
    path,
  });

describe.each(PLATFORMS)('A failure among server-sent events on %s', (_name, create) => {
  it.each([
    ['an HttpException', '/http'],
    ['any error', '/error'],
    ['a value that is no error', '/value'],
    ['an error in the same turn', '/at-once'],
    ['a handler that resolves to its events', '/promise'],
    ['an event that cannot be JSON', '/big'],
    ['an interceptor', '/interceptor'],
    ['an inherited handler', '/inherited'],
    ['a request-scoped controller', '/scoped'],
  ])('is the last event, without its text: %s', async (_what, path) => {
    const { answer, events, logger } = await open(create, path);

    expect(answer.status).toBe(200);
    expect(answer.isWhole).toBe(true);
    expect(events).toEqual([
      { id: '1', data: 'a' },
      { event: 'error', id: '2', data: internalError(path) },
    ]);
    const traceId = answer.headers['x-trace-id'];
    expect(events[1]).toMatchObject({ data: { error: { traceId } } });
    expect(logger.lines.filter(({ level }) => level === 'error')).toHaveLength(1);
    expect(logger.failures.map(({ message }) => message)).toEqual([
      `GET ${path} 500 INTERNAL_ERROR: An unexpected error occurred. Please try again later. traceId=${traceId}`,
    ]);
  });

  it('is seen behind the interceptors of the whole application', async () => {
    const { events, logger } = await open(create, '/interceptor', {
      configure: (app) => app.useGlobalInterceptors(new SlowIsBroken()),
    });

    expect(events.at(-1)).toEqual({ event: 'error', id: '2', data: internalError('/interceptor') });
    expect(logger.failures).toHaveLength(1);
  });

  it('has the body of its contract', async () => {
    const locked = await open(create, '/locked');
    expect(locked.events.at(-1)?.data).toEqual(
      nestedBody({
        code: 'RESOURCE_LOCKED',
        message: 'Resource is locked for editing',
        path: '/locked',
        details: { holder: 'ada' },
      }),
    );
    const text = 'An unexpected error occurred. Please try again later.';
    expect((await open(create, '/flat')).events.at(-1)?.data).toEqual(
      flatBody({ status: 500, error: 'Internal Server Error', message: text, path: '/flat' }),
    );
    expect((await open(create, '/problem')).events.at(-1)?.data).toEqual(
      problemBody({
        status: 500,
        title: 'Internal Server Error',
        detail: text,
        code: 'INTERNAL_ERROR',
        instance: '/problem',
      }),
    );
  });

  it('repeats the last id, so that a client goes on from there', async () => {
    const { events } = await open(create, '/ids');
    expect(events.map(({ id }) => id)).toEqual(['evt-42', 'evt-42']);
  });

  it('is not what the application itself calls an error', async () => {
    const { events, logger } = await open(create, '/own-error');
    expect(events).toEqual([{ event: 'error', id: '1', data: 'mine' }]);
    expect(logger.failures).toEqual([]);
  });

  it.each(['/early', '/soon', '/throws', '/rejects-late'])(
    'is a plain answer before the first byte: %s',
    async (path) => {
      const { answer, logger } = await open(create, path);

      expect(answer.status).toBe(404);
      expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
      expect(JSON.parse(answer.body)).toEqual(
        nestedBody({ code: 'RESOURCE_NOT_FOUND', message: 'No such feed', path }),
      );
      expect(logger.failures).toHaveLength(1);
    },
  );

  it('is left to Nest where the application says so', async () => {
    const { events, logger } = await open(create, '/ids', { options: { rethrow: () => true } });
    expect(events.at(-1)).toEqual({ event: 'error', id: '1', data: 'Gone' });
    expect(logger.failures).toEqual([]);
  });
});
