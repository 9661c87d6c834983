import { Body, Controller, Post } from '@nestjs/common';
import { IsPositive } from 'class-validator';
import {
  FieldValidationPipe,
  IsNotBlank,
  PartialSuccess,
  runBatch,
  StandardErrors,
  ValidationException,
} from 'nestjs-errors';
import { describe, expect, it } from 'vitest';
import { nestedBody } from '../../support/bodies';
import { PLATFORMS, startApp, type TestAppParts } from '../../support/platforms';

class Event {
  @IsNotBlank() name!: string;
  @IsPositive() capacity!: number;
}

const metadata = { type: 'body', metatype: Event } as const;

@Controller()
class BulkController {
  readonly #pipe = new FieldValidationPipe();

  @Post('bulk') @PartialSuccess() bulk(@Body() items: object[]) {
    return runBatch(items, (item) => this.#pipe.transform(item, metadata));
  }

  @Post('worded') @PartialSuccess() worded(@Body() items: object[]) {
    return runBatch(items, async (item) => {
      try {
        return await this.#pipe.transform(item, metadata);
      } catch (thrown) {
        if (!(thrown instanceof ValidationException)) throw thrown;
        throw new ValidationException(thrown.fields, { message: 'Invalid event' });
      }
    });
  }

  @Post('fieldless') @PartialSuccess() fieldless(@Body() items: object[]) {
    return runBatch(items, (_item, index) => {
      if (index > 0) throw StandardErrors.VALIDATION_FAILED();
      return index;
    });
  }
}

const GOOD = { name: 'Gala', capacity: 10 };
const NAMELESS = { name: '', capacity: 10 };
const EMPTY = { name: 'Gala', capacity: 0 };
const CODE = 'VALIDATION_FAILED';

describe.each(PLATFORMS)('An item with wrong fields on %s', (_name, create) => {
  async function failures(path: string, items: object[], options: TestAppParts['options'] = {}) {
    const { send } = await startApp(create, { controllers: [BulkController], options });
    const { body } = await send(path, { body: items });
    return (body as { error: { details: { failures: object[] } } }).error.details.failures;
  }

  it('is told by the sentence of its first wrong field', async () => {
    expect(await failures('/bulk', [NAMELESS, GOOD, EMPTY, { name: '', capacity: 0 }])).toEqual([
      { index: 0, id: null, code: CODE, error: 'Name is required' },
      { index: 2, id: null, code: CODE, error: 'Capacity must be greater than 0' },
      { index: 3, id: null, code: CODE, error: 'Name is required' },
    ]);
  });

  it('is told so also where the text of the code is another one', async () => {
    const overrides = { VALIDATION_FAILED: { message: 'Please check' } };

    expect(await failures('/bulk', [GOOD, EMPTY], { overrides })).toMatchObject([
      { error: 'Capacity must be greater than 0' },
    ]);
    expect(await failures('/fieldless', [GOOD, EMPTY], { overrides })).toMatchObject([
      { error: 'Please check' },
    ]);
  });

  it('is told by the message that its author wrote', async () => {
    expect(await failures('/worded', [GOOD, EMPTY])).toEqual([
      { index: 1, id: null, code: CODE, error: 'Invalid event' },
    ]);
  });

  it('is the plain failure where all of them have the same wrong field', async () => {
    const { send } = await startApp(create, { controllers: [BulkController] });

    const answer = await send('/bulk', { body: [EMPTY, EMPTY] });

    expect(answer.status).toBe(422);
    expect(answer.body).toEqual(
      nestedBody({
        code: CODE,
        message: 'Request validation failed',
        path: '/bulk',
        method: 'POST',
        details: { capacity: ['Capacity must be greater than 0'] },
      }),
    );
  });

  it('stays one of several where the others have other wrong fields', async () => {
    expect(await failures('/bulk', [NAMELESS, EMPTY])).toHaveLength(2);
    expect(await failures('/bulk', [EMPTY, { name: '', capacity: 0 }])).toHaveLength(2);
  });
});
