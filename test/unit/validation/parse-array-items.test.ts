import {
  BadRequestException,
  Body,
  ConflictException,
  HttpStatus,
  ParseArrayPipe,
  Query,
} from '@nestjs/common';
import { IsInt, registerDecorator } from 'class-validator';
import { describe, expect, it } from 'vitest';
import { IsNotBlank } from '../../../lib/validation/is-not-blank';
import { authoredStatus, mapped, thrownBy } from './support/refused-by-pipe';

class Item {
  @IsNotBlank()
  name: unknown;

  @IsInt()
  count: unknown;
}

const GOOD = { name: 'x', count: 1 };

async function fieldsOf(pipe: ParseArrayPipe, body: unknown) {
  class Controller {
    handle(@Body(pipe) items: unknown) {
      return items;
    }
  }
  return mapped(await thrownBy(pipe, body), Controller, { body })?.fields;
}

describe('items of ParseArrayPipe whose class does not tell', () => {
  it('keeps the indexes that the texts name where rules are asynchronous', async () => {
    class Taken {
      name: unknown;
    }
    registerDecorator({
      name: 'isFree',
      target: Taken,
      propertyName: 'name',
      async: true,
      validator: {
        validate: async () => false,
        defaultMessage: () => 'name is taken',
      },
    });
    const pipe = new ParseArrayPipe({ items: Taken, stopAtFirstError: false });

    expect(await fieldsOf(pipe, [{}, {}])).toMatchObject([
      { path: [0], code: 'VALIDATION_INVALID', message: 'name is taken', isAuthored: true },
      { path: [1], code: 'VALIDATION_INVALID', message: 'name is taken', isAuthored: true },
    ]);
  });

  it('survives rules that throw', async () => {
    class Explosive {
      name: unknown;
    }
    registerDecorator({
      name: 'explodes',
      target: Explosive,
      propertyName: 'name',
      validator: {
        validate() {
          throw new Error('boom');
        },
      },
    });
    class Controller {
      handle(@Body(new ParseArrayPipe({ items: Explosive })) items: unknown) {
        return items;
      }
    }
    const thrown = new BadRequestException(['[3] name is odd']);

    expect(mapped(thrown, Controller, { body: [{}] })?.fields).toMatchObject([
      { path: [3], message: 'name is odd' },
    ]);
  });

  it('may be nested deeper than the pipe can read', async () => {
    let deep: unknown = 'x';
    for (let level = 0; level < 20_000; level++) deep = { deep };
    const body = [{ ...GOOD, deep }];
    const pipe = new ParseArrayPipe({ items: Item });
    class Controller {
      handle(@Body('items', pipe) items: unknown) {
        return items;
      }
    }
    const thrown = await thrownBy(pipe, body);

    expect(thrown).toBeInstanceOf(RangeError);
    expect(mapped(thrown, Controller, { body: { items: body } })?.fields).toMatchObject([
      { path: ['items'], location: 'body', code: 'VALIDATION_TOO_DEEP' },
    ]);
    expect(mapped(new RangeError('other'), Controller, { body: { items: [GOOD] } })).toBe(
      undefined,
    );
  });

  it('keeps the status that its author gave the pipe', async () => {
    const pipe = new ParseArrayPipe({
      items: Number,
      errorHttpStatusCode: HttpStatus.UNPROCESSABLE_ENTITY,
    });
    class Controller {
      handle(@Body(pipe) items: unknown) {
        return items;
      }
    }
    const exception = mapped(await thrownBy(pipe, ['x']), Controller, { body: ['x'] });

    expect(authoredStatus(exception)).toBe(422);
  });

  it('is not seen in what another pipe says of another parameter', () => {
    class Controller {
      handle(@Query('ids', new ParseArrayPipe({ items: Item })) ids: unknown) {
        return ids;
      }
    }
    const thrown = new BadRequestException(['name should not be empty']);

    expect(mapped(thrown, Controller, { query: { ids: [GOOD] } })).toBeUndefined();
    // A handler's own exceptions stay, whatever its list would be told of now.
    const conflict = new ConflictException('name is taken');
    expect(mapped(conflict, Controller, { query: { ids: [{}] } })).toBeUndefined();
    const refusal = new BadRequestException('No more ids today');
    expect(mapped(refusal, Controller, { query: { ids: [{}] } })).toBeUndefined();
  });
});
