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

/** Where no code may be made, that is the first thing to be told of a class. */
const FORBIDDEN = 'code generation is forbidden in this process';
const told = (reason: string | undefined) => (canGenerate() ? reason : FORBIDDEN);

describe('explainValidation', () => {
  it('tells whether code is generated for a class with known rules', () => {
    const tier = canGenerate() ? 'generated' : 'plan';
    expect(explainValidation(Plain)).toEqual({
      target: 'Plain',
      tier,
      ...(!canGenerate() && { reason: FORBIDDEN }),
      properties: [{ name: 'name', tier }],
    });
  });

  it('tells which property has to be run, and why', () => {
    const explained = explainValidation(Conditional);

    expect(explained.tier).toBe('plan');
    expect(explained.properties).toEqual([
      { name: 'count', tier: 'plan', reason: 'has a condition (@ValidateIf)' },
      { name: 'name', tier: 'plan', reason: 'has a rule of the application (isString)' },
    ]);
    expect(explained.reason).toBe(told('count has a condition (@ValidateIf)'));
    expect(explainValidation(Holder)).toMatchObject({
      tier: 'plan',
      reason: told('inner holds a class whose rules have to be run'),
      properties: [
        { name: 'inner', tier: 'plan', reason: 'holds a class whose rules have to be run' },
      ],
    });
  });

  it('tells what class-transformer builds, and what is left to the libraries', () => {
    expect(explainValidation(Transformed)).toMatchObject({
      tier: 'plan',
      reason: told('class-transformer builds it: it is decorated with @Transform'),
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

    expect(reasonOf(Listing)).toBe(told('list has a rule of the application (customValidation)'));
    expect(reasonOf(Promising)).toBe(told('later may hold a promise (@ValidatePromise)'));
    expect(reasonOf(Counting)).toBe(told('inner has a rule that counts members of what it nests'));
    expect(reasonOf(Skipping)).toBe(told('name has a rule with the option validateIf (isString)'));
    expect(reasonOf(Nothing, { forbidUnknownValues: true })).toBe(
      told('it has no rules (forbidUnknownValues)'),
    );
    expect(reasonOf(Nothing)).toBe(told(undefined));
    expect(reasonOf(Misused)).toBe(told(undefined));
    expect(reasonOf(Misnamed)).toMatch(canGenerate() ? /^class-validator throws: / : FORBIDDEN);
    expect(reasonOf(WithSetter)).toBe(
      told('class-transformer builds it: it has setters, or getters that it inherits'),
    );
    expect(reasonOf(Mapping)).toBe(
      told('class-transformer builds it: it has a type that only class-transformer knows (byName)'),
    );
    expect(reasonOf(Exposing)).toBe(
      told('class-transformer builds it: it is decorated with @Expose'),
    );
    expect(reasonOf(Date)).toBe(
      told('class-transformer builds it: it is not declared by a class of the application'),
    );
  });

  it('tells of each property what keeps code from being generated for it', () => {
    const reasonOf = (target: Function) =>
      explainValidation(target).properties.map(({ reason }) => reason);

    expect(reasonOf(Listing)).toEqual(['has a rule of the application (customValidation)']);
    expect(reasonOf(Promising)).toEqual(['may hold a promise (@ValidatePromise)']);
    expect(reasonOf(Counting)).toEqual(['has a rule that counts members of what it nests']);
    expect(reasonOf(Skipping)).toEqual(['has a rule with the option validateIf (isString)']);
    expect(reasonOf(Misused)).toEqual([undefined]);
  });
});
