import 'reflect-metadata';
import type { ArgumentMetadata } from '@nestjs/common';
import {
  IsEmail,
  IsNumber,
  MinDate,
  Validate,
  validate,
  ValidateBy,
  ValidatorConstraint,
} from 'class-validator';
import { Type } from 'class-transformer';
import { describe, expect, it } from 'vitest';
import type { ValidationException } from '../../../lib/catalog/validation-exception';
import { FieldValidationPipe } from '../../../lib/validation/field-validation.pipe';
import type { ValidationOptions } from '../../../lib/validation/validation.options';

const HALF_A_PAIR = 'a@\ud83d.com';

class Price {
  @IsNumber({ maxDecimalPlaces: 2 })
  amount!: number;
}

class Recipients {
  @IsEmail({}, { each: true })
  addresses!: string[];
}

class Address {
  @IsEmail()
  email!: string;
}

@ValidatorConstraint({ name: 'isEmail' })
class Thrower {
  validate(): boolean {
    throw new RangeError('ours');
  }
}

const throwing = { validate: (): boolean => new Thrower().validate() };

/** Every way in which a class is validated. */
const TIERS: readonly (readonly [string, ValidationOptions])[] = [
  ['compiled rules', {}],
  ['the library', { compile: false }],
  ['the library, by an option', { transformOptions: {} }],
];

async function outcome(metatype: Function, value: object, options: ValidationOptions) {
  const argument = { type: 'body', metatype } as ArgumentMetadata;
  try {
    return await new FieldValidationPipe(options).transform(value, argument);
  } catch (thrown) {
    const { fields } = thrown as Partial<ValidationException>;
    return fields ? fields.map(({ path, rule, code }) => [path.join('.'), rule, code]) : thrown;
  }
}

describe.each(TIERS)('a rule of class-validator that throws, by %s', (_, options) => {
  it.each([
    [Price, { amount: 1e-7 }, ['amount', 'isNumber', 'VALIDATION_INVALID_TYPE']],
    [Address, { email: HALF_A_PAIR }, ['email', 'isEmail', 'VALIDATION_INVALID_FORMAT']],
    [
      Recipients,
      { addresses: ['a@b.de', HALF_A_PAIR] },
      ['addresses', 'isEmail', 'VALIDATION_INVALID_FORMAT'],
    ],
  ])('is broken: %s', async (metatype, value, expected) => {
    expect(() => validate(Object.assign(new metatype(), value))).toThrow(Error);
    expect(await outcome(metatype, value, options)).toEqual([expected]);
  });

  it('is told in a tree that an exception factory is given', async () => {
    const exceptionFactory = (errors: readonly unknown[]) => ({ errors });
    expect(await outcome(Price, { amount: 1e-7 }, { ...options, exceptionFactory })).toMatchObject({
      errors: [{ property: 'amount', constraints: { isNumber: expect.any(String) as string } }],
    });
  });

  it('leaves class-validator as it was for everyone else', async () => {
    await outcome(Address, { email: HALF_A_PAIR }, options);
    const address = Object.assign(new Address(), { email: HALF_A_PAIR });
    expect(() => validate(address)).toThrow(URIError);
  });
});

describe.each(TIERS)('a rule of the application that throws, by %s', (_, options) => {
  class ByClass {
    @Validate(Thrower)
    value: unknown;
  }
  class ByName {
    @ValidateBy({ name: 'isEmail', validator: throwing })
    value: unknown;
  }
  class ByBound {
    @MinDate(() => throwing.validate() as unknown as Date)
    @Type(() => Date)
    value: unknown;
  }

  it.each([ByClass, ByName, ByBound])('throws: %o', async (metatype) => {
    expect(await outcome(metatype, { value: '2024-01-01' }, options)).toEqual(
      new RangeError('ours'),
    );
  });
});
