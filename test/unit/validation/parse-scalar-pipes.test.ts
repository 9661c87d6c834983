import {
  BadRequestException,
  DefaultValuePipe,
  Param,
  ParseBoolPipe,
  ParseDatePipe,
  ParseEnumPipe,
  ParseFloatPipe,
  ParseIntPipe,
  type PipeTransform,
  ParseUUIDPipe,
  Query,
} from '@nestjs/common';
import { describe, expect, it } from 'vitest';
import { authoredStatus, mapped, thrownBy } from './support/refused-by-pipe';

enum Level {
  Low,
  High,
}

function controllerWith(pipe: PipeTransform | (new () => PipeTransform)): Function {
  class Controller {
    handle(@Query('page', pipe) page: unknown) {
      return page;
    }
  }
  return Controller;
}

const QUERY = { location: 'query', path: ['page'] };
const NUMERIC = 'Validation failed (numeric string is expected)';

describe("an exception of one of Nest's Parse* pipes", () => {
  it.each([
    [new ParseIntPipe(), '1.5', 'isInt', 'must be an integer', {}],
    [new ParseFloatPipe(), 'x', 'isNumber', 'must be a number', {}],
    [new ParseBoolPipe(), 'x', 'isBoolean', 'must be a boolean', {}],
    [new ParseUUIDPipe(), 'x', 'isUuid', 'must be a valid UUID', {}],
    [new ParseUUIDPipe({ version: '4' }), 'x', 'isUuid', 'must be a valid UUID', { version: '4' }],
    [new ParseDatePipe(), 'x', 'isDate', 'must be a valid date', {}],
  ])('tells of the parameter: %o', async (pipe, value, rule, message, params) => {
    const thrown = await thrownBy(pipe, value);
    const exception = mapped(thrown, controllerWith(pipe), { query: { page: value } });

    expect(exception?.fields).toEqual([
      { ...QUERY, rule, code: 'VALIDATION_INVALID_FORMAT', params, message },
    ]);
    expect(exception?.cause).toBe(thrown);
    expect(authoredStatus(exception)).toBeUndefined();
  });

  it('lists the values of an enum without its reverse mapping', async () => {
    const pipe = new ParseEnumPipe(Level);
    const thrown = await thrownBy(pipe, 'Low');

    expect(mapped(thrown, controllerWith(pipe), { query: { page: 'Low' } })?.fields).toEqual([
      {
        ...QUERY,
        rule: 'isEnum',
        code: 'VALIDATION_INVALID_VALUE',
        params: { values: [0, 1] },
        message: 'must be one of: 0, 1',
      },
    ]);
  });

  it.each([
    [new ParseIntPipe(), {}],
    [new ParseDatePipe(), {}],
    [new ParseUUIDPipe(), {}],
    [new ParseBoolPipe(), { page: null }],
  ])('tells of a missing value: %o', async (pipe, query: Record<string, unknown>) => {
    const thrown = await thrownBy(pipe, query['page']);

    expect(mapped(thrown, controllerWith(pipe), { query })?.fields).toMatchObject([
      {
        ...QUERY,
        code: 'VALIDATION_REQUIRED_FIELD',
        message: 'must not be null',
        isMissing: true,
      },
    ]);
  });

  it('tells which of several parameters was refused', () => {
    class Controller {
      handle(
        @Param('id', ParseIntPipe) id: unknown,
        @Query('page', new DefaultValuePipe(1), ParseIntPipe) page: unknown,
        @Query('size', new ParseIntPipe({ optional: true })) size: unknown,
        @Query('ratio', ParseFloatPipe) ratio: unknown,
      ) {
        return [id, page, size, ratio];
      }
    }
    const refused = (request: object) =>
      mapped(new BadRequestException(NUMERIC), Controller, request)?.fields[0];
    const good = { params: { id: '1' }, query: { ratio: '1.5' } };

    expect(refused({ ...good, params: { id: 'x' } })).toMatchObject({
      location: 'path',
      path: ['id'],
      rule: 'isInt',
    });
    expect(refused({ ...good, query: { ratio: '1.5', size: 'x' } })).toMatchObject({
      location: 'query',
      path: ['size'],
      rule: 'isInt',
    });
    expect(refused({ ...good, query: { ratio: 'x' } })).toMatchObject({
      location: 'query',
      path: ['ratio'],
      rule: 'isNumber',
    });
  });
});
