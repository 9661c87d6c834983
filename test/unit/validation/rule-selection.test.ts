import { IsEmail, IsString, Matches, MinLength } from 'class-validator';
import { describe, expect, it } from 'vitest';
import { FieldValidationPipe } from '../../../lib/validation/field-validation.pipe';
import { bodyOf, classWith, fieldErrorsOf } from './support/field-errors-of';

class Base {
  @MinLength(3)
  name: unknown;

  @MinLength(5)
  alias: unknown;
}

class Child extends Base {
  @MinLength(4)
  override name: unknown = undefined;

  @IsString()
  own: unknown;
}

describe('which rules a field error is read from', () => {
  it("takes the rule of the child class before its parent's, and the parent's where it has none", async () => {
    const fields = await fieldErrorsOf(bodyOf(Child), { name: 'x', alias: 'x', own: 'x' });

    expect(fields.map(({ path, params }) => ({ path, params }))).toEqual([
      { path: ['name'], params: { min: 4 } },
      { path: ['alias'], params: { min: 5 } },
    ]);
  });

  it('takes the parameters of the rule whose group is validated', async () => {
    const dto = classWith(
      MinLength(3, { groups: ['create'] }),
      MinLength(8, { groups: ['update'] }),
    );

    const created = await fieldErrorsOf(bodyOf(dto), { field: 'x' }, { groups: ['create'] });
    const updated = await fieldErrorsOf(bodyOf(dto), { field: 'x' }, { groups: ['update'] });

    expect(created.map(({ params }) => params)).toEqual([{ min: 3 }]);
    expect(updated.map(({ params }) => params)).toEqual([{ min: 8 }]);
  });

  it('finds out which of two rules with the same key failed', async () => {
    const dto = classWith(Matches(/^[a-z]+$/), Matches(/^.{3}$/));

    const tooLong = await fieldErrorsOf(bodyOf(dto), { field: 'abcd' });
    const wrongCase = await fieldErrorsOf(bodyOf(dto), { field: 'ABC' });

    expect(tooLong.map(({ message }) => message)).toEqual(['must match "^.{3}$"']);
    expect(wrongCase.map(({ message }) => message)).toEqual(['must match "^[a-z]+$"']);
  });

  it('finds out which of two rules for elements failed', async () => {
    const dto = classWith(Matches(/^[a-z]+$/, { each: true }), Matches(/^.{3}$/, { each: true }));

    const [field] = await fieldErrorsOf(bodyOf(dto), { field: new Set(['abc', 'ABC']) });

    expect(field?.message).toBe('each element must match "^[a-z]+$"');
  });

  it('sees decorators that were added after the class first failed', async () => {
    const dto = classWith(IsString());
    const pipe = new FieldValidationPipe();
    const fail = async () => {
      try {
        await pipe.transform({ field: 1 }, bodyOf(dto));
      } catch (thrown) {
        return (thrown as { fields: { rule: string; message: string }[] }).fields;
      }
      return [];
    };
    await fail();

    IsEmail()(dto.prototype as object, 'field');

    expect((await fail()).map(({ message }) => message)).toEqual([
      'must be a string',
      'must be a well-formed email address',
    ]);
  });
});
