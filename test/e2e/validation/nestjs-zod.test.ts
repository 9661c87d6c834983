import { Body, Controller, Post } from '@nestjs/common';
import { createZodDto } from 'nestjs-zod';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { nestedBody, problemBody } from '../../support/bodies';
import { PLATFORMS, startApp } from '../../support/platforms';

class EventDto extends createZodDto(
  z.strictObject({
    name: z.string().trim().min(1, 'Name is required'),
    capacity: z.coerce.number().positive(),
    tags: z.array(z.string()).default([]),
  }),
) {}

@Controller('events')
class EventsController {
  @Post()
  save(@Body() event: EventDto) {
    return event;
  }
}

const controllers = [EventsController];
const BAD_EVENT = { name: ' ', capacity: 0, tags: ['a', 1], admin: true };

describe.each(PLATFORMS)('a class of nestjs-zod on %s', (_, create) => {
  it('is parsed by its schema', async () => {
    const { send } = await startApp(create, { controllers });

    const { status, body } = await send('/events', { body: { name: ' Fair ', capacity: '500' } });

    expect([status, body]).toEqual([201, { name: 'Fair', capacity: 500, tags: [] }]);
  });

  it('is refused with its texts by field', async () => {
    const { send } = await startApp(create, { controllers });

    const { status, body } = await send('/events', { body: BAD_EVENT });

    expect(status).toBe(422);
    expect(body).toEqual(
      nestedBody({
        code: 'VALIDATION_FAILED',
        message: 'Request validation failed',
        path: '/events',
        method: 'POST',
        details: {
          name: ['Name is required'],
          capacity: ['Too small: expected number to be >0'],
          'tags[1]': ['Invalid input: expected string, received number'],
          admin: ['Admin is not an allowed field'],
        },
      }),
    );
  });

  it('is refused with codes from its issues', async () => {
    const { send } = await startApp(create, { controllers, options: { format: 'problem' } });

    const { body } = await send('/events', { body: BAD_EVENT });

    expect(body).toEqual(
      problemBody({
        status: 422,
        title: 'Unprocessable Entity',
        detail: 'Request validation failed',
        code: 'VALIDATION_FAILED',
        instance: '/events',
        errors: [
          { pointer: '#/name', code: 'VALIDATION_OUT_OF_RANGE', detail: 'Name is required' },
          {
            pointer: '#/capacity',
            code: 'VALIDATION_OUT_OF_RANGE',
            detail: 'Too small: expected number to be >0',
          },
          {
            pointer: '#/tags/1',
            code: 'VALIDATION_INVALID_TYPE',
            detail: 'Invalid input: expected string, received number',
          },
          {
            pointer: '#/admin',
            code: 'VALIDATION_UNKNOWN_FIELD',
            detail: 'is not an allowed field',
          },
        ],
      }),
    );
  });
});
