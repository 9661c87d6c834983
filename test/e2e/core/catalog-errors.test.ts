import { Controller, Get, HttpException, Param } from '@nestjs/common';
import { ApiException, defineErrors, details, StandardErrors } from 'nestjs-errors';
import { describe, expect, it } from 'vitest';
import { flatBody, nestedBody, problemBody } from '../../support/bodies';
import { PLATFORMS, startApp } from '../../support/platforms';

const EventErrors = defineErrors({
  BUSINESS_EVENT_FULL: {
    status: 422,
    message: 'Event has reached maximum capacity',
    details: details<{ eventId: string; capacity: number }>(),
  },
  BUSINESS_QUOTA: { status: 403, message: { flat: 'Quota used up', default: 'Quota exceeded' } },
});

const FULL = { eventId: 'e1', capacity: 500 };

@Controller()
class EventsController {
  @Get('full') full(): never {
    throw EventErrors.BUSINESS_EVENT_FULL(FULL);
  }

  @Get('quota') quota(): never {
    throw EventErrors.BUSINESS_QUOTA();
  }

  @Get('maintenance') maintenance(): never {
    throw StandardErrors.SERVICE_UNAVAILABLE(undefined, {
      message: 'Back at noon',
      headers: { 'X-Window': 'noon' },
      retryAfterSeconds: 29.2,
      cause: new Error('secret reason'),
    });
  }

  @Get('status/:status') status(@Param('status') status: string): never {
    throw StandardErrors.RESOURCE_LOCKED({ by: 'ann' }, { status: Number(status) });
  }
}

const controllers = [EventsController];
const catalog = [EventErrors];

describe.each(PLATFORMS)('Errors of the catalogue on %s', (_name, create) => {
  it('answers in the nested format by default', async () => {
    const { send } = await startApp(create, { controllers, options: { catalog } });

    const answer = await send('/full?page=1');

    expect(answer.status).toBe(422);
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.body).toEqual(
      nestedBody({
        code: 'BUSINESS_EVENT_FULL',
        message: 'Event has reached maximum capacity',
        details: FULL,
        path: '/full',
      }),
    );
  });

  it('answers in the flat format', async () => {
    const { send } = await startApp(create, { controllers, options: { catalog, format: 'flat' } });

    const answer = await send('/quota');

    expect(answer.status).toBe(403);
    expect(answer.body).toEqual(
      flatBody({ status: 403, error: 'Forbidden', message: 'Quota used up', path: '/quota' }),
    );
  });

  it('answers in the problem format', async () => {
    const { send } = await startApp(create, {
      controllers,
      options: { catalog, format: 'problem' },
    });

    const answer = await send('/full');

    expect(answer.status).toBe(422);
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(answer.body).toEqual(
      problemBody({
        status: 422,
        title: 'Unprocessable Entity',
        detail: 'Event has reached maximum capacity',
        code: 'BUSINESS_EVENT_FULL',
        instance: '/full',
        ...FULL,
      }),
    );
  });

  it('answers in a format of one own', async () => {
    const format = {
      name: 'mine',
      mediaType: 'application/vnd.mine+json',
      body: ({ code }: { code: string }) => ({ oops: code }),
    };
    const { send } = await startApp(create, { controllers, options: { format } });

    const answer = await send('/full');

    expect(answer.headers.get('content-type')).toBe('application/vnd.mine+json; charset=utf-8');
    expect(answer.body).toEqual({ oops: 'BUSINESS_EVENT_FULL' });
  });

  it('takes message, headers and retry time from the throw, and keeps the cause to itself', async () => {
    const { send } = await startApp(create, { controllers });

    const answer = await send('/maintenance');

    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('30');
    expect(answer.headers.get('x-window')).toBe('noon');
    expect(answer.body).toEqual(
      nestedBody({ code: 'SERVICE_UNAVAILABLE', message: 'Back at noon', path: '/maintenance' }),
    );
  });

  it('applies overrides by code, but leaves a message given at the throw', async () => {
    const overrides = {
      RESOURCE_LOCKED: { message: 'Somebody edits this', status: 423 },
      SERVICE_UNAVAILABLE: { message: 'Never shown' },
    };
    const { send } = await startApp(create, { controllers, options: { overrides } });

    const locked = await send('/status/409');
    const maintenance = await send('/maintenance');

    expect(locked.status).toBe(409);
    expect(locked.body).toEqual(
      nestedBody({
        code: 'RESOURCE_LOCKED',
        message: 'Somebody edits this',
        details: { by: 'ann' },
        path: '/status/409',
      }),
    );
    expect(maintenance.body).toMatchObject({ error: { message: 'Back at noon' } });
  });

  it.each([204, 304])('sends no body with status %i', async (status) => {
    const { send } = await startApp(create, { controllers });

    const answer = await send(`/status/${status}`);

    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toBeNull();
    expect(answer.body).toBe('');
  });

  it('sends no body to HEAD', async () => {
    const { send } = await startApp(create, { controllers });

    const answer = await send('/full', { method: 'HEAD' });

    expect(answer.status).toBe(422);
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(answer.body).toBe('');
  });

  it.each([0, 99, 600, 1.5, Number.NaN])('answers status %d with 500', async (status) => {
    const { send } = await startApp(create, { controllers });

    expect((await send(`/status/${status}`)).status).toBe(500);
  });
});

describe('A factory', () => {
  it('makes an ApiException, which is an HttpException', () => {
    const error = EventErrors.BUSINESS_EVENT_FULL(FULL);

    expect(error).toBeInstanceOf(ApiException);
    expect(error).toBeInstanceOf(HttpException);
    expect(error.code).toBe('BUSINESS_EVENT_FULL');
    expect(error.details).toEqual(FULL);
    expect(EventErrors.BUSINESS_EVENT_FULL.is(error)).toBe(true);
    expect(EventErrors.BUSINESS_QUOTA.is(error)).toBe(false);
    expect(EventErrors.BUSINESS_QUOTA.code).toBe('BUSINESS_QUOTA');
    expect(EventErrors.BUSINESS_QUOTA.definition.status).toBe(403);
  });

  it('refuses a code or status that is none', () => {
    expect(() => defineErrors({ notUpper: { status: 400, message: 'x' } })).toThrow(
      'Error code "notUpper" must be UPPER_SNAKE_CASE, as in RESOURCE_NOT_FOUND.',
    );
    expect(() => defineErrors({ FINE: { status: 200, message: 'x' } })).toThrow(
      'The status of FINE must be from 400 to 599, but it is 200.',
    );
  });
});
