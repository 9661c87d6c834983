import { Body, Controller, Post, Query } from '@nestjs/common';
import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import * as z from 'zod';
import { NEST_MAJOR } from '../../support/nest-major';
import { PLATFORMS, startApp } from '../../support/platforms';

const EventSchema = z.strictObject({
  name: z.string().trim().min(1, 'Name is required'),
  capacity: z.number().positive(),
  tags: z.array(z.string()).default([]),
});

class EventDto {
  declare readonly name: string;
  static readonly schema = EventSchema;
}

const PageSchema = v.object({ limit: v.pipe(v.string(), v.digits(), v.transform(Number)) });

@Controller()
class SchemaController {
  @Post('by-decorator')
  byDecorator(@Body({ schema: EventSchema }) event: object) {
    return event;
  }

  @Post('by-class')
  byClass(@Body() event: EventDto) {
    return event;
  }

  @Post('query')
  query(@Query({ schema: PageSchema }) page: object) {
    return page;
  }
}

const controllers = [SchemaController];

/** `@Body({ schema })` and `@Query({ schema })` came with Nest 12. */
const hasSchemaOption = NEST_MAJOR >= 12;
const paths = hasSchemaOption ? ['/by-decorator', '/by-class'] : ['/by-class'];

describe.each(PLATFORMS)('a Standard Schema on %s', (_, create) => {
  it.each(paths)('refuses a body at %s', async (path) => {
    const { send } = await startApp(create, { controllers });

    const { status, body } = await send(path, {
      body: { name: ' ', capacity: 0, tags: ['a', 1], admin: true },
    });

    expect(status).toBe(422);
    expect(body).toMatchObject({
      error: {
        code: 'VALIDATION_FAILED',
        details: {
          name: ['Name is required'],
          capacity: ['Too small: expected number to be >0'],
          'tags[1]': ['Invalid input: expected string, received number'],
          admin: ['Admin is not an allowed field'],
        },
      },
    });
  });

  it.each(paths)('hands its output to the handler at %s', async (path) => {
    const { send } = await startApp(create, { controllers });

    const { status, body } = await send(path, { body: { name: ' x ', capacity: 1 } });

    expect({ status, body }).toEqual({ status: 201, body: { name: 'x', capacity: 1, tags: [] } });
  });

  it.runIf(hasSchemaOption)('reads the query', async () => {
    const { send } = await startApp(create, { controllers, options: { format: 'flat' } });

    const bad = await send('/query?limit=x', { method: 'POST' });
    const good = await send('/query?limit=5', { method: 'POST' });

    expect(bad.status).toBe(400);
    expect(bad.body).toMatchObject({ validationErrors: { limit: 'Invalid digits: Received "x"' } });
    expect(good.body).toEqual({ limit: 5 });
  });
});
