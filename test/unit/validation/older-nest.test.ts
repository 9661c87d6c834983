import 'reflect-metadata';
import { type ArgumentMetadata, ValidationPipe } from '@nestjs/common';
import { Type } from 'class-transformer';
import { IsString, ValidateNested } from 'class-validator';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FieldValidationPipe } from '../../../lib/validation/field-validation.pipe';
import type { ValidationOptions } from '../../../lib/validation/validation.options';

/** Methods of Nest's pipe that 11.0 does not have. */
const LATER = ['findNestedBinaryValues', 'stripParentErrorValues'] as const;

class City {
  @IsString()
  name!: string;
}

class Address {
  @ValidateNested()
  @Type(() => City)
  city!: City;
}

const argument = { type: 'body', metatype: Address } as ArgumentMetadata;
const TREE = [
  {
    property: 'city',
    children: [{ property: 'name', constraints: { isString: expect.anything() as unknown } }],
  },
];

async function refusal(options: ValidationOptions, value: object): Promise<unknown> {
  try {
    return await new FieldValidationPipe(options).transform(value, argument);
  } catch (thrown) {
    return thrown;
  }
}

describe('compiled rules on Nest 11.0', () => {
  const taken = new Map<string, unknown>();

  beforeEach(() => {
    for (const name of LATER) {
      taken.set(name, Reflect.get(ValidationPipe.prototype, name));
      Reflect.deleteProperty(ValidationPipe.prototype, name);
    }
  });
  afterEach(() => {
    for (const [name, method] of taken) Reflect.set(ValidationPipe.prototype, name, method);
  });

  it('hands the tree to an exception factory', async () => {
    const exceptionFactory = (errors: readonly unknown[]) => ({ errors });
    const refused = await refusal({ exceptionFactory }, { city: { name: 1 } });
    expect(refused).toMatchObject({ errors: TREE });
  });

  it('tells the fields', async () => {
    expect(await refusal({}, { city: { name: 1 } })).toMatchObject({
      fields: [{ path: ['city', 'name'], rule: 'isString' }],
    });
  });
});
