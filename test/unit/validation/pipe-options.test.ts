import { HttpStatus, ValidationPipe } from '@nestjs/common';
import * as classValidator from 'class-validator';
import { IsString, MinLength } from 'class-validator';
import { describe, expect, it } from 'vitest';
import { ValidationException } from '../../../lib/catalog/validation-exception';
import { FieldValidationPipe } from '../../../lib/validation/field-validation.pipe';
import type { ValidationOptions } from '../../../lib/validation/validation.options';
import { bodyOf, fieldErrorsOf } from './support/field-errors-of';

class Dto {
  @IsString()
  @MinLength(3)
  name: unknown;
}

describe('the options of a pipe', () => {
  it('use the given package for this pipe, whatever pipes are made later', async () => {
    const asked: object[] = [];
    const validatorPackage = {
      ...classValidator,
      validate: (object: object, options?: object) => {
        asked.push(object);
        return classValidator.validate(object, options);
      },
    };
    const pipe = new FieldValidationPipe({ validatorPackage: validatorPackage });
    expect(new ValidationPipe()).not.toBe(pipe);

    await expect(pipe.transform({ name: 'x' }, bodyOf(Dto))).rejects.toThrow(ValidationException);
    expect(asked).toHaveLength(1);
  });

  it('tell without parameters what a package without metadata finds', async () => {
    const validatorPackage = { validate: classValidator.validate } as never;

    expect(await fieldErrorsOf(bodyOf(Dto), { name: 'x' }, { validatorPackage })).toEqual([
      {
        path: ['name'],
        location: 'body',
        rule: 'minLength',
        params: {},
        isAuthored: true,
        code: 'VALIDATION_OUT_OF_RANGE',
        message: 'name must be longer than or equal to 3 characters',
      },
    ]);
  });

  it('set the status of the answer, or leave it to the format', async () => {
    const refuse = async (options: ValidationOptions) => {
      const outcome = (async () => new FieldValidationPipe(options).transform({}, bodyOf(Dto)))();
      return outcome.catch((thrown: unknown) => thrown as ValidationException);
    };

    expect(await refuse({ errorHttpStatusCode: HttpStatus.I_AM_A_TEAPOT })).toMatchObject({
      authoredStatus: 418,
    });
    expect(await refuse({})).toMatchObject({ authoredStatus: undefined });
    expect(await refuse({ disableErrorMessages: true })).toMatchObject({ fields: [] });
  });
});
