import { type ArgumentMetadata, ConflictException, ValidationPipe } from '@nestjs/common';
import { Expose, Type } from 'class-transformer';
import * as classValidator from 'class-validator';
import { IsInt, IsOptional, IsString, MinLength } from 'class-validator';
import { describe, expect, it } from 'vitest';
import { ValidationException } from '../../../lib/catalog/validation-exception';
import { FieldValidationPipe } from '../../../lib/validation/field-validation.pipe';
import type { ValidationOptions } from '../../../lib/validation/validation.options';
import { bodyOf, fieldErrorsOf } from './support/field-errors-of';

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
  { name: 'Anna', count: '3', extra: 1 },
  { name: 'Anna', secret: 'x' },
  { name: 'An', extra: 1 },
  { name: null },
  ...[undefined, null, [], [{ name: 'Anna' }], 'text', 5, true],
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
        await expect(pipe.transform({ name: 'x' }, bodyOf(Dto))).rejects.toThrow('mine');
      }
      expect(seen[0]).toEqual(seen[1]);
    }
  });

  it('use the given package for this pipe, whatever pipes are made later', async () => {
    const asked: object[] = [];
    const validatorPackage = {
      ...classValidator,
      validate: (object: object, options?: object) => {
        asked.push(object);
        return classValidator.validate(object, options);
      },
    };
    const pipe = new FieldValidationPipe({ validatorPackage: validatorPackage as never });
    new ValidationPipe();

    await expect(pipe.transform({ name: 'x' }, bodyOf(Dto))).rejects.toThrow(ValidationException);
    expect(asked).toHaveLength(1);
  });

  it('tell without parameters what a package without metadata finds', async () => {
    const validatorPackage = { validate: classValidator.validate } as never;

    expect(await fieldErrorsOf(bodyOf(Dto), { name: 'x' }, { validatorPackage })).toEqual([
      {
        ...{ path: ['name'], location: 'body', rule: 'minLength', params: {}, isAuthored: true },
        code: 'VALIDATION_OUT_OF_RANGE',
        message: 'name must be longer than or equal to 3 characters',
      },
    ]);
  });

  it('set the status of the answer, or leave it to the format', async () => {
    const refuse = async (options: ValidationOptions) => {
      const outcome = new FieldValidationPipe(options).transform(
        {},
        bodyOf(Dto),
      ) as Promise<unknown>;
      return outcome.catch((thrown: unknown) => thrown as ValidationException);
    };

    expect(await refuse({ errorHttpStatusCode: 418 })).toMatchObject({ authoredStatus: 418 });
    expect(await refuse({})).toMatchObject({ authoredStatus: undefined });
    expect(await refuse({ disableErrorMessages: true })).toMatchObject({ fields: [] });
  });
});
