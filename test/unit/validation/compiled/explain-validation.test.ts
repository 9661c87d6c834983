import 'reflect-metadata';
import * as classTransformer from 'class-transformer';
import { Expose, Transform, Type } from 'class-transformer';
import * as classValidator from 'class-validator';
import {
  IsAlpha,
  IsInt,
  IsNotEmptyObject,
  IsString,
  Validate,
  ValidateBy,
  ValidateIf,
  ValidateNested,
  ValidatePromise,
} from 'class-validator';
import { describe, expect, it } from 'vitest';
import { explainValidation } from '../../../../lib/validation/compiled/explain-validation';
import type { ValidationOptions } from '../../../../lib/validation/validation.options';
import { canGenerate } from '../../../../lib/validation/compiled/generate/can-generate';

class Plain {
  @IsString()
  name!: string;
}

class Conditional {
  @ValidateIf(() => true)
  @IsInt()
  count!: number;

  @ValidateBy({ name: 'isString', validator: { validate: () => true } })
  name!: string;
}

class Holder {
  @ValidateNested()
  @Type(() => Conditional)
  inner!: Conditional;
}

class Transformed {
  @Transform(({ value }: { value: unknown }) => value)
  @IsInt()
  count!: number;
}

/** It throws at every text. */
class Misused {
  @IsAlpha('xx-XX' as 'en-US')
  name!: string;
}

class Listing {
  @Validate(function () {})
  list!: unknown;
}

class Promising {
  @ValidatePromise()
  @IsString()
  later!: unknown;
}

class Counting {
  @IsNotEmptyObject()
  @ValidateNested()
  @Type(() => Plain)
  inner!: Plain;
}

class Skipping {
  @IsString({ validateIf: () => true })
  name!: string;
}

class Nothing {
  name?: string;
}

class Misnamed {
  @IsString()
  valueOf!: () => object;
}

class WithSetter {
  @IsString()
  set name(_: string) {
    throw new RangeError('never set');
  }
}

class Mapping {
  @ValidateNested()
  @Type(() => Plain)
  byName!: Map<string, Plain>;
}

class Exposing {
  @Expose()
  @IsString()
  name!: string;
}

describe.runIf(canGenerate())('explainValidation', () => {
  it('tells that code is generated for a class with known rules', () => {
    expect(explainValidation(Plain)).toEqual({
      target: 'Plain',
      tier: 'generated',
      properties: [{ name: 'name', tier: 'generated' }],
    });
  });

  it('tells which property has to be run, and why', () => {
    const explained = explainValidation(Conditional);

    expect(explained.tier).toBe('plan');
    expect(explained.properties).toEqual([
      { name: 'count', tier: 'plan', reason: 'has a condition (@ValidateIf)' },
      { name: 'name', tier: 'plan', reason: 'has a rule of the application (isString)' },
    ]);
    expect(explainValidation(Holder).reason).toBe('inner holds a class whose rules have to be run');
  });

  it('tells what class-transformer builds, and what is left to the libraries', () => {
    expect(explainValidation(Transformed)).toMatchObject({
      tier: 'plan',
      reason: 'class-transformer builds it: it is decorated with @Transform',
    });
    expect(explainValidation(Plain, { compile: false })).toEqual({
      target: 'Plain',
      tier: 'library',
      reason: 'the option compile is false',
      properties: [],
    });
  });

  it.each<[string, ValidationOptions, string]>([
    ['a shared option', { transformOptions: {} }, 'the option transformOptions is given'],
    [
      'another validator',
      { validatorPackage: classValidator },
      'the option validatorPackage is given',
    ],
    [
      'another copy of class-transformer',
      { transformerPackage: { ...classTransformer, Type: () => () => undefined } as never },
      'there are two copies of class-transformer, or another release',
    ],
    [
      'a transformer that is no class-transformer',
      {
        transformerPackage: {
          plainToInstance: classTransformer.plainToInstance,
          classToPlain: classTransformer.instanceToPlain,
        },
      },
      'there are two copies of class-transformer, or another release',
    ],
  ])('tells that %s leaves all to the libraries', (_, options, reason) => {
    expect(explainValidation(Plain, options)).toMatchObject({ tier: 'library', reason });
  });

  it('tells of all that keeps code from being generated', () => {
    const reasonOf = (target: Function, options?: ValidationOptions) =>
      explainValidation(target, options).reason;

    expect(reasonOf(Listing)).toBe('list has a rule of the application (customValidation)');
    expect(reasonOf(Promising)).toBe('later may hold a promise (@ValidatePromise)');
    expect(reasonOf(Counting)).toBe('inner has a rule that counts members of what it nests');
    expect(reasonOf(Skipping)).toBe('name has a rule with the option validateIf (isString)');
    expect(reasonOf(Nothing, { forbidUnknownValues: true })).toBe(
      'it has no rules (forbidUnknownValues)',
    );
    expect(reasonOf(Nothing)).toBeUndefined();
    expect(reasonOf(Misused)).toBeUndefined();
    expect(reasonOf(Misnamed)).toMatch(/^class-validator throws: /);
    expect(reasonOf(WithSetter)).toBe(
      'class-transformer builds it: it has setters, or getters that it inherits',
    );
    expect(reasonOf(Mapping)).toBe(
      'class-transformer builds it: it has a type that only class-transformer knows (byName)',
    );
    expect(reasonOf(Exposing)).toBe('class-transformer builds it: it is decorated with @Expose');
    expect(reasonOf(Date)).toBe(
      'class-transformer builds it: it is not declared by a class of the application',
    );
  });
});
