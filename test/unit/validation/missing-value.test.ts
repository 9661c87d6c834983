import {
  IsArray,
  IsEmail,
  IsInt,
  IsNotEmpty,
  IsString,
  Length,
  Max,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';
import { describe, expect, it } from 'vitest';
import type { FieldError } from '../../../lib/record/field-error';
import { IsNotBlank } from '../../../lib/validation/is-not-blank';
import { collapseField } from '../../../lib/validation/missing-value';
import { bodyOf, classWith, fieldErrorsOf } from './support/field-errors-of';

async function collapsed(value: unknown, ...decorators: PropertyDecorator[]): Promise<FieldError> {
  return collapseField(await fieldErrorsOf(bodyOf(classWith(...decorators)), { field: value }));
}

describe('one error for one field', () => {
  it.each([
    ['a text', [IsString()], 'must not be blank'],
    ['a text by its format', [IsEmail()], 'must not be blank'],
    ['a text by its length', [MaxLength(5)], 'must not be blank'],
    ['a value that may not be empty', [IsNotEmpty()], 'must not be blank'],
    ['a number', [IsInt(), Min(1), Max(9)], 'must not be null'],
    ['a list', [IsArray(), IsString({ each: true })], 'must not be null'],
  ])('is a required field where %s is missing', async (_, decorators, message) => {
    for (const value of [null, undefined]) {
      expect(await collapsed(value, ...decorators)).toMatchObject({
        path: ['field'],
        location: 'body',
        params: {},
        isMissing: true,
        code: 'VALIDATION_REQUIRED_FIELD',
        message,
      });
    }
  });

  it('keeps the text that the author of a required rule gave', async () => {
    const field = await collapsed(null, IsEmail(), IsNotBlank({ message: 'Give your address' }));

    expect(field).toMatchObject({ message: 'Give your address', isAuthored: true });
  });

  it('does not keep the texts of rules that only failed because nothing is there', async () => {
    const field = await collapsed(null, IsEmail({}, { message: 'No address' }));

    expect(field).toMatchObject({
      message: 'must not be blank',
      code: 'VALIDATION_REQUIRED_FIELD',
    });
  });

  it('is the first error by rank where a value is there', async () => {
    const field = await collapsed('', MinLength(8), IsEmail(), IsNotBlank());

    expect(field).toMatchObject({ rule: 'isNotBlank', message: 'must not be blank' });
  });

  it.each([
    ['short', [MinLength(8), MaxLength(128)]],
    ['x'.repeat(129), [MinLength(8), MaxLength(128)]],
    ['short', [Length(8, 128)]],
  ])('tells of both bounds of a length', async (value, decorators) => {
    const field = await collapsed(value, ...decorators);

    expect(field).toMatchObject({
      message: 'size must be between 8 and 128',
      params: {
        min: 8,
        max: 128,
      },
    });
  });

  it('tells of both bounds of the length of elements', async () => {
    const each = { each: true };
    const field = await collapsed(['x'], MinLength(2, each), MaxLength(3, each), MaxLength(9));

    expect(field.message).toBe('each element size must be between 2 and 3');
  });

  it('tells of one bound where there is one, or where its author wrote the text', async () => {
    const alone = await collapsed('x', MinLength(2));
    const authored = await collapsed('x', MinLength(2, { message: 'Too short' }), MaxLength(3));

    expect(alone.message).toBe('size must be at least 2');
    expect(authored.message).toBe('Too short');
  });

  it('names its misuse', () => {
    expect(() => collapseField([])).toThrow('collapseField needs at least one error.');
  });
});
