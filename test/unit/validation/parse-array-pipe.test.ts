import { BadRequestException, Body, ParseArrayPipe, Query } from '@nestjs/common';
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
const BAD = { name: ' ', count: 'x' };

async function fieldsOf(pipe: ParseArrayPipe, body: unknown) {
  class Controller {
    handle(@Body(pipe) items: unknown) {
      return items;
    }
  }
  return mapped(await thrownBy(pipe, body), Controller, { body })?.fields;
}

describe('an exception of ParseArrayPipe', () => {
  it('tells of a value that is no array, or missing', async () => {
    const place = { path: [], location: 'body', rule: 'isArray', params: {} };

    expect(await fieldsOf(new ParseArrayPipe(), 5)).toEqual([
      { ...place, code: 'VALIDATION_INVALID_TYPE', message: 'must be an array' },
    ]);
    expect(await fieldsOf(new ParseArrayPipe(), undefined)).toEqual([
      { ...place, code: 'VALIDATION_REQUIRED_FIELD', message: 'must not be null', isMissing: true },
    ]);
  });

  it.each([
    [Number, 'isNumber', 'must be a number'],
    [Boolean, 'isBoolean', 'must be a boolean'],
  ])('tells which item is no %o', async (items, rule, message) => {
    class Controller {
      handle(@Query('ids', new ParseArrayPipe({ items })) ids: unknown) {
        return ids;
      }
    }
    const request = { query: { ids: 'x,1' } };
    const thrown = await thrownBy(new ParseArrayPipe({ items }), request.query.ids);

    expect(mapped(thrown, Controller, request)?.fields).toEqual([
      {
        ...{ path: ['ids', 0], location: 'query', rule, params: {}, message },
        code: 'VALIDATION_INVALID_TYPE',
      },
    ]);
  });

  it('tells the broken rules of the first bad item, with its index', async () => {
    const fields = await fieldsOf(new ParseArrayPipe({ items: Item }), [GOOD, BAD, BAD]);

    expect(fields).toEqual([
      {
        ...{ path: [1, 'name'], location: 'body', rule: 'isNotBlank', params: {} },
        ...{ code: 'VALIDATION_REQUIRED_FIELD', message: 'must not be blank' },
      },
      {
        ...{ path: [1, 'count'], location: 'body', rule: 'isInt', params: {} },
        ...{ code: 'VALIDATION_INVALID_TYPE', message: 'must be an integer' },
      },
    ]);
  });

  it('tells of every bad item where the pipe does not stop, up to the limit', async () => {
    const pipe = new ParseArrayPipe({ items: Item, stopAtFirstError: false });
    const some = await fieldsOf(pipe, [BAD, GOOD, BAD]);
    const many = await fieldsOf(pipe, Array(200).fill(BAD));

    expect(some?.map(({ path }) => path)).toEqual([
      [0, 'name'],
      [0, 'count'],
      [2, 'name'],
      [2, 'count'],
    ]);
    expect(many).toHaveLength(101);
  });

  it('reads items that are JSON within a text', async () => {
    const fields = await fieldsOf(
      new ParseArrayPipe({ items: Item, separator: ';' }),
      '{"name":"x","count":1};{"name":"x","count":"y"}',
    );

    expect(fields?.map(({ path }) => path)).toEqual([[1, 'count']]);
  });

  it('keeps the indexes that the texts name where rules are asynchronous', async () => {
    class Taken {
      name: unknown;
    }
    registerDecorator({
      ...{ name: 'isFree', target: Taken, propertyName: 'name', async: true },
      validator: { validate: async () => false, defaultMessage: () => 'name is taken' },
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
      ...{ name: 'explodes', target: Explosive, propertyName: 'name' },
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

  it('keeps the status that its author gave the pipe', async () => {
    const pipe = new ParseArrayPipe({ items: Number, errorHttpStatusCode: 422 });
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
  });
});
