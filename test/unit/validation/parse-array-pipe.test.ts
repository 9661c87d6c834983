import { Body, ParseArrayPipe, Query } from '@nestjs/common';
import { IsInt } from 'class-validator';
import { describe, expect, it } from 'vitest';
import { IsNotBlank } from '../../../lib/validation/is-not-blank';
import { mapped, thrownBy } from './support/refused-by-pipe';

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
        path: ['ids', 0],
        location: 'query',
        rule,
        params: {},
        message,
        code: 'VALIDATION_INVALID_TYPE',
      },
    ]);
  });

  it('tells the broken rules of the first bad item, with its index', async () => {
    const fields = await fieldsOf(new ParseArrayPipe({ items: Item }), [GOOD, BAD, BAD]);

    expect(fields).toEqual([
      {
        path: [1, 'name'],
        location: 'body',
        rule: 'isNotBlank',
        params: {},
        code: 'VALIDATION_REQUIRED_FIELD',
        message: 'must not be blank',
      },
      {
        path: [1, 'count'],
        location: 'body',
        rule: 'isInt',
        params: {},
        code: 'VALIDATION_INVALID_TYPE',
        message: 'must be an integer',
      },
    ]);
  });

  it('tells of every bad item where the pipe does not stop, up to the limit', async () => {
    const pipe = new ParseArrayPipe({ items: Item, stopAtFirstError: false });
    const some = await fieldsOf(pipe, [BAD, GOOD, BAD]);
    const many = await fieldsOf(
      pipe,
      Array.from({ length: 200 }, () => BAD),
    );

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
});
