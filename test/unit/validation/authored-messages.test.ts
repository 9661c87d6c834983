import {
  IsEmail,
  IsString,
  Min,
  MinLength,
  registerDecorator,
  Validate,
  ValidateNested,
  ValidatorConstraint,
  type ValidatorConstraintInterface,
} from 'class-validator';
import { describe, expect, it } from 'vitest';
import type { ValidationOptions } from '../../../lib/validation/validation.options';
import { bodyOf, classWith, fieldErrorsOf } from './support/field-errors-of';

async function errorOf(decorator: PropertyDecorator, value: unknown, options?: ValidationOptions) {
  const [field] = await fieldErrorsOf(bodyOf(classWith(decorator)), { field: value }, options);
  return { ...field, path: undefined, location: undefined };
}

@ValidatorConstraint({ name: 'isFreeName', async: true })
class IsFreeName implements ValidatorConstraintInterface {
  async validate(): Promise<boolean> {
    return false;
  }

  defaultMessage(): string {
    return 'is taken already';
  }
}

@ValidatorConstraint({ name: 'silent' })
class Silent implements ValidatorConstraintInterface {
  validate(): boolean {
    return false;
  }
}

describe('messages that their author wrote', () => {
  it("are kept whole, with the library's substitutions", async () => {
    const message = '$property wants $constraint1, not $value';

    expect(await errorOf(Min(3, { message }), 1)).toMatchObject({
      rule: 'min',
      code: 'VALIDATION_OUT_OF_RANGE',
      params: { min: 3 },
      message: 'field wants 3, not 1',
      isAuthored: true,
    });
  });

  it('may come from a function', async () => {
    const field = await errorOf(IsEmail({}, { message: () => 'No such address' }), 'x');

    expect(field).toMatchObject({ message: 'No such address', isAuthored: true });
  });

  it('are told from the text that ValidateNested stores for itself', async () => {
    const own = await errorOf(ValidateNested({ message: 'Give an address' }), 1);
    const library = await errorOf(ValidateNested(), 1);

    expect(own).toMatchObject({ message: 'Give an address', isAuthored: true });
    expect(library).toMatchObject({ message: 'must be an object or an array' });
    expect(library).not.toHaveProperty('isAuthored');
  });

  it('are none where a decorator has an empty message', async () => {
    const field = await errorOf(IsString({ message: '' }), 1);

    expect(field).toMatchObject({ message: 'must be a string' });
    expect(field).not.toHaveProperty('isAuthored');
  });
});

describe("rules of the application's own", () => {
  it('keep their own text and are VALIDATION_INVALID', async () => {
    expect(await errorOf(Validate(IsFreeName, ['x', 2]), 'Ann')).toMatchObject({
      rule: 'isFreeName',
      code: 'VALIDATION_INVALID',
      params: { constraint1: 'x', constraint2: 2 },
      message: 'is taken already',
      isAuthored: true,
    });
  });

  it.each([
    ['VALIDATION_REFERENCE_INVALID', 'VALIDATION_REFERENCE_INVALID'],
    ['DUPLICATE', 'VALIDATION_DUPLICATE'],
    ['BUSINESS_NAME_TAKEN', 'BUSINESS_NAME_TAKEN'],
  ])('declare the code %s in their context', async (code, expected) => {
    const field = await errorOf(Validate(IsFreeName, { context: { code } }), 'Ann');

    expect(field.code).toBe(expected);
  });

  it('may declare a code for a rule of the library, too', async () => {
    const field = await errorOf(MinLength(3, { context: { code: 'INVALID_VALUE' } }), 'x');

    expect(field).toMatchObject({ code: 'VALIDATION_INVALID_VALUE', rule: 'minLength' });
  });

  it('have a text even without a message', async () => {
    expect(await errorOf(Validate(Silent), 'x')).toMatchObject({ message: 'invalid value' });
  });

  it('may have the name of a member of every object', async () => {
    const rule: PropertyDecorator = (target, propertyName) => {
      registerDecorator({
        name: 'constructor',
        target: target.constructor,
        propertyName: String(propertyName),
        validator: {
          validate: () => false,
          defaultMessage: () => 'is odd',
        },
      });
    };

    expect(await errorOf(rule, 'x')).toMatchObject({
      rule: 'constructor',
      code: 'VALIDATION_INVALID',
      message: 'is odd',
    });
  });
});

describe('dismissDefaultMessages', () => {
  it('leaves authored messages and says nothing of the other rules', async () => {
    const options = { dismissDefaultMessages: true };

    expect(await errorOf(IsString(), 1, options)).toMatchObject({ message: 'invalid value' });
    const authored = await errorOf(IsString({ message: 'Text, please' }), 1, options);
    expect(authored).toMatchObject({ message: 'Text, please', isAuthored: true });
  });
});
