import { applyDecorators } from '@nestjs/common';
import {
  IsEmail,
  IsInt,
  IsNotEmpty,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { describe, expect, it } from 'vitest';
import { IsNotBlank } from '../../../lib/validation/is-not-blank';
import { bodyOf, classWith, fieldErrorsOf } from './support/field-errors-of';

async function rulesOf(value: unknown, ...decorators: PropertyDecorator[]): Promise<string[]> {
  const fields = await fieldErrorsOf(bodyOf(classWith(...decorators)), { field: value });
  return fields.map(({ rule }) => rule);
}

describe('the order of field errors', () => {
  it('lists the errors of a property by rank, whatever order its decorators have', async () => {
    const ranked = ['isNotEmpty', 'isString', 'isEmail', 'maxLength'];

    expect(await rulesOf(null, MaxLength(5), IsEmail(), IsString(), IsNotEmpty())).toEqual(ranked);
    expect(await rulesOf(null, IsNotEmpty(), IsString(), IsEmail(), MaxLength(5))).toEqual(ranked);
    const applied = applyDecorators(IsEmail(), IsNotEmpty(), MaxLength(5), IsString());
    expect(await rulesOf(null, applied as PropertyDecorator)).toEqual(ranked);
  });

  it('lists errors of the same rank as they stand in the source', async () => {
    expect(await rulesOf('x', Matches(/^\d+$/), IsEmail())).toEqual(['matches', 'isEmail']);
    expect(await rulesOf('x', IsEmail(), Matches(/^\d+$/))).toEqual(['isEmail', 'matches']);
  });

  it('lists the rules of a missing value one by one', async () => {
    const rules = await rulesOf(undefined, IsInt(), Min(1), Max(9));

    expect(rules).toEqual(['isInt', 'min', 'max']);
  });

  it('lists the type error alone where a value breaks both bounds by its type', async () => {
    expect(await rulesOf('abc', IsInt(), Min(1), Max(9))).toEqual(['isInt']);
    expect(await rulesOf('abc', Min(1), Max(9))).toEqual(['min', 'max']);
    expect(await rulesOf(0.5, IsInt(), Min(1), Max(9))).toEqual(['isInt', 'min']);
  });

  it('keeps a bound that its author gave a text', async () => {
    const rules = await rulesOf('abc', IsInt(), Min(1, { message: 'Too few' }), Max(9));

    expect(rules).toEqual(['isInt', 'min', 'max']);
  });

  it('lists properties as the class declares them, each with its nested errors', async () => {
    class Request {
      @IsNotBlank()
      first: unknown;

      @IsInt()
      second: unknown;

      @IsEmail()
      third: unknown;
    }

    const fields = await fieldErrorsOf(bodyOf(Request), { third: 'x', second: 'x' });

    expect(fields.map(({ path }) => path)).toEqual([['first'], ['second'], ['third']]);
  });

  it('gives either bound of a length the parameters of both', async () => {
    const fields = await fieldErrorsOf(
      bodyOf(classWith(IsNotBlank(), MaxLength(128), Matches(/x/))),
      { field: null },
    );

    expect(fields.map(({ params }) => params)).toEqual([{}, { pattern: 'x' }, { max: 128 }]);
  });
});
