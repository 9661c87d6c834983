import { Type } from 'class-transformer';
import { IsInt, ValidateNested } from 'class-validator';
import { describe, expect, it } from 'vitest';
import { FieldValidationPipe } from '../../../lib/validation/field-validation.pipe';
import { bodyOf, fieldErrorsOf } from './support/field-errors-of';

class Item {
  @IsInt()
  count: unknown;
}

class Order {
  @ValidateNested({ each: true })
  @Type(() => Item)
  items: unknown;

  @ValidateNested()
  @Type(() => Order)
  inner?: unknown;
}

const badItems = (count: number) => ({
  items: Array.from({ length: count }, () => ({ count: 'x' })),
});

function nested(levels: number): object {
  let body: object = { items: [] };
  for (let level = 1; level < levels; level++) body = { items: [], inner: body };
  return body;
}

describe('the limits of an answer', () => {
  it('list 100 errors, and one more that stands for the rest', async () => {
    const fields = await fieldErrorsOf(bodyOf(Order), badItems(10_000));

    expect(fields).toHaveLength(101);
    expect(fields.at(-1)).toEqual({
      path: [],
      location: 'body',
      rule: 'maxErrors',
      code: 'VALIDATION_TOO_MANY_ERRORS',
      params: { max: 100 },
      message: 'has more errors than the 100 listed',
    });
  });

  it('say nothing of more errors where there are none', async () => {
    const fields = await fieldErrorsOf(bodyOf(Order), badItems(3), { maxErrors: 3 });

    expect(fields.map(({ rule }) => rule)).toEqual(['isInt', 'isInt', 'isInt']);
  });

  it('hold the characters of messages and paths together', async () => {
    const options = { maxErrorMessagesLength: 40 };
    const fields = await fieldErrorsOf(bodyOf(Order), badItems(100), options);

    expect(fields.map(({ code }) => code)).toEqual([
      'VALIDATION_INVALID_TYPE',
      'VALIDATION_INVALID_TYPE',
      'VALIDATION_TOO_MANY_ERRORS',
    ]);
  });

  it('take a body of 32 levels', async () => {
    expect(await fieldErrorsOf(bodyOf(Order), nested(31))).toEqual([]);
  });

  it.each([33, 5_000, 100_000])(
    'refuse a body of %i levels before anything reads it',
    async (levels) => {
      expect(await fieldErrorsOf(bodyOf(Order), nested(levels))).toEqual([
        {
          path: [],
          location: 'body',
          rule: 'maxDepth',
          code: 'VALIDATION_TOO_DEEP',
          params: { max: 32 },
          message: 'must not be nested deeper than 32 levels',
        },
      ]);
    },
  );

  it('reach as deep as the stack of the validator does', async () => {
    const fields = await fieldErrorsOf(bodyOf(Order), nested(499), { maxDepth: 500 });

    expect(fields).toEqual([]);
  });

  it("tell an application's own exception factory in class-validator's form", () => {
    const exceptionFactory = (errors: unknown) => new Error(JSON.stringify(errors));
    const pipe = new FieldValidationPipe({ exceptionFactory });

    expect(() => pipe.transform(nested(99), { ...bodyOf(Order), data: 'order' })).toThrow(
      JSON.stringify([
        {
          property: 'order',
          constraints: { maxDepth: 'Order must not be nested deeper than 32 levels' },
          children: [],
        },
      ]),
    );
  });

  it('wait for an exception factory that makes a promise', async () => {
    const exceptionFactory = async () => new Error('later');
    const pipe = new FieldValidationPipe({ exceptionFactory });

    await expect(pipe.transform(nested(99), bodyOf(Order))).rejects.toThrow('later');
  });
});
