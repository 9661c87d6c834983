import { type ArgumentMetadata, ConflictException, ValidationPipe } from '@nestjs/common';
import { Expose, Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, MinLength } from 'class-validator';
import { describe, expect, it } from 'vitest';
import { FieldValidationPipe } from '../../../lib/validation/field-validation.pipe';
import type { ValidationOptions } from '../../../lib/validation/validation.options';
import { bodyOf } from './support/field-errors-of';

class Dto {
  @IsString()
  @MinLength(3)
  name: unknown;

  @IsOptional()
  @IsInt()
  @Type(() => Number)
  count?: unknown;

  @Expose({ name: 'secret' })
  @IsOptional()
  hidden?: unknown;
}

class NoRules {
  any: unknown;
}

/** Values that pass or fail, and options that change what becomes of them. */
const VALUES: unknown[] = [
  undefined,
  null,
  [],
  [{ name: 'Anna' }],
  'text',
  5,
  true,
  { name: 'Anna', count: '3', extra: 1 },
  { name: 'Anna', secret: 'x' },
  { name: 'An', extra: 1 },
  { name: null },
];
const OPTIONS: ValidationOptions[] = [
  {},
  { transform: true },
  { whitelist: true },
  { whitelist: true, transform: true },
  { whitelist: true, forbidNonWhitelisted: true },
  { forbidUnknownValues: true },
  { skipMissingProperties: true },
  { skipNullProperties: true },
  { skipUndefinedProperties: true },
  { stopAtFirstError: true },
  { groups: ['none'], strictGroups: true },
  { groups: ['none'], always: true },
  { transform: true, transformOptions: { excludeExtraneousValues: true } },
  { expectedType: Dto },
  { validateCustomDecorators: true },
  { enableDebugMessages: true, dismissDefaultMessages: true },
];
const ARGUMENTS: ArgumentMetadata[] = [
  bodyOf(Dto),
  { ...bodyOf(Dto), data: 'name' },
  { type: 'custom', metatype: Dto },
  bodyOf(NoRules),
  { type: 'query', metatype: Number, data: 'page' },
  { type: 'param', metatype: Boolean, data: 'flag' },
  { type: 'body', metatype: undefined },
];

async function outcomeOf(
  pipe: ValidationPipe | FieldValidationPipe,
  argument: ArgumentMetadata,
  value: unknown,
) {
  const copy: unknown = structuredClone(value);
  try {
    const result: unknown = await pipe.transform(copy, argument);
    return { result, isSame: result === copy, type: result?.constructor, after: copy };
  } catch (thrown) {
    return { isRefused: thrown instanceof Error };
  }
}

describe("Nest's options", () => {
  it.each(OPTIONS)('mean what they mean in Nest: %o', async (options) => {
    const nest = new ValidationPipe(options);
    const ours = new FieldValidationPipe(options);
    for (const argument of ARGUMENTS) {
      for (const value of VALUES) {
        const expected = await outcomeOf(nest, argument, value);
        expect(await outcomeOf(ours, argument, value)).toEqual(expected);
      }
    }
  });

  it('give exceptionFactory the very errors that Nest would', async () => {
    const seen: unknown[] = [];
    const exceptionFactory = (errors: unknown) => {
      seen.push(structuredClone(errors));
      return new ConflictException('mine');
    };
    for (const validationError of [undefined, { target: true, value: false }]) {
      seen.length = 0;
      const options = { exceptionFactory, ...(validationError && { validationError }) };
      for (const pipe of [new ValidationPipe(options), new FieldValidationPipe(options)]) {
        const refused = (async () => pipe.transform({ name: 'x' }, bodyOf(Dto)))();
        await expect(refused).rejects.toThrow('mine');
      }
      expect(seen[0]).toEqual(seen[1]);
    }
  });
});
