import { Type } from 'class-transformer';
import { IsInt, IsPositive, IsString, ValidateNested } from 'class-validator';
import { describe, expect, it } from 'vitest';
import { IsNotBlank } from '../../../lib/validation/is-not-blank';
import { bodyOf, fieldErrorsOf } from './support/field-errors-of';

class Price {
  @IsPositive()
  amount: unknown;
}

class Item {
  @IsNotBlank()
  name: unknown;

  @ValidateNested()
  @Type(() => Price)
  price: unknown;
}

class Order {
  @ValidateNested()
  @Type(() => Item)
  main: unknown;

  @ValidateNested({ each: true })
  @Type(() => Item)
  items: unknown;

  @ValidateNested()
  @Type(() => Price)
  byCurrency: Map<string, Price> = new Map();

  @ValidateNested()
  @Type(() => Price)
  unordered: Set<Price> = new Set();

  @IsString({ each: true })
  tags: unknown = [];
}

const GOOD = { name: 'x', price: { amount: 1 } };

async function placesOf(value: object) {
  const fields = await fieldErrorsOf(bodyOf(Order), {
    main: GOOD,
    items: [],
    byCurrency: {},
    unordered: [],
    ...value,
  });
  return fields.map(({ path, rule, message }) => ({ path, rule, message }));
}

describe('nested field errors', () => {
  it('leads into objects by name', async () => {
    expect(await placesOf({ main: { name: 'x', price: { amount: 0 } } })).toEqual([
      { path: ['main', 'price', 'amount'], rule: 'isPositive', message: 'must be greater than 0' },
    ]);
  });

  it('leads into arrays by number', async () => {
    const items = [GOOD, { name: ' ', price: { amount: 0 } }];

    expect(await placesOf({ items })).toEqual([
      { path: ['items', 1, 'name'], rule: 'isNotBlank', message: 'must not be blank' },
      {
        path: ['items', 1, 'price', 'amount'],
        rule: 'isPositive',
        message: 'must be greater than 0',
      },
    ]);
  });

  it('leads into maps by key, a numeric one included, and into sets by position', async () => {
    const fields = await placesOf({
      byCurrency: { eur: { amount: 1 }, usd: { amount: 0 }, '7': { amount: 0 } },
      unordered: [{ amount: 1 }, { amount: -1 }],
    });

    expect(fields.map(({ path }) => path)).toEqual([
      ['byCurrency', '7', 'amount'],
      ['byCurrency', 'usd', 'amount'],
      ['unordered', 1, 'amount'],
    ]);
  });

  it('tells of elements that are no objects by their place', async () => {
    const message = 'must be an object or an array';

    expect(await placesOf({ items: [GOOD, 'x', null] })).toEqual([
      { path: ['items', 1], rule: 'nestedValidation', message },
      { path: ['items', 2], rule: 'nestedValidation', message },
    ]);
  });

  it('tells of binary values, which Nest finds itself, in the same way', async () => {
    expect(await placesOf({ items: [GOOD, Buffer.from('x')] })).toEqual([
      { path: ['items', 1], rule: 'nestedValidation', message: 'must be an object or an array' },
    ]);
  });

  it('says "each element" where class-validator checks elements without telling which', async () => {
    expect(await placesOf({ tags: ['a', 1] })).toEqual([
      { path: ['tags'], rule: 'isString', message: 'each element must be a string' },
    ]);
  });

  it('keeps numeric property names of objects as names', async () => {
    class Numbered {
      @IsInt()
      '0': unknown;
    }

    const [field] = await fieldErrorsOf(bodyOf(Numbered), { '0': 'x' });

    expect(field?.path).toEqual(['0']);
  });

  it.each([[[]], [[GOOD]], ['text'], [7], [Buffer.from('x')]])(
    'refuses %o where an object is declared, in one error of the root',
    async (value) => {
      expect(await fieldErrorsOf(bodyOf(Item), value)).toEqual([
        {
          path: [],
          location: 'body',
          rule: 'isObject',
          code: 'VALIDATION_INVALID_TYPE',
          params: {},
          message: 'must be an object',
        },
      ]);
    },
  );

  it('takes a missing body for an empty one', async () => {
    const fields = await fieldErrorsOf(bodyOf(Item), undefined);

    expect(fields.map(({ path, isMissing }) => ({ path, isMissing }))).toEqual([
      { path: ['name'], isMissing: true },
    ]);
  });
});
