import 'reflect-metadata';
import { Transform, Type } from 'class-transformer';
import { IsInt, IsString, ValidateBy, ValidateIf, ValidateNested } from 'class-validator';
import { describe, expect, it } from 'vitest';
import { explainValidation } from '../../../../lib/validation/compiled/explain-validation';
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
});
