import { type PipeTransform, ValidationPipe } from '@nestjs/common';
import * as classTransformer from 'class-transformer';
import * as classValidator from 'class-validator';
import { FieldValidationPipe } from '../../lib/validation/field-validation.pipe';
import type { ValidationOptions } from '../../lib/validation/validation.options';
import { RefusedTree } from './outcome';
import { validateForgiving } from './program/forgiving';

/** Two pipes that must be as one. */
export interface Contestants {
  oracle(options: ValidationOptions): PipeTransform;
  subject(options: ValidationOptions): PipeTransform;
}

const packages = { validatorPackage: classValidator, transformerPackage: classTransformer };
const exceptionFactory = (errors: readonly unknown[]) => new RefusedTree(errors);

/** Nest's own pipe, but for the one difference: a rule of the library that throws is broken. */
class ForgivingPipe extends ValidationPipe {
  protected override validate(...[object, options]: Parameters<typeof validateForgiving>) {
    return validateForgiving(object, options);
  }
}

/** Nest's own pipe against ours: the same instances, the same trees of errors. */
export const againstNest: Contestants = {
  oracle: (options) => new ForgivingPipe({ ...options, ...packages, exceptionFactory }),
  subject: (options) => new FieldValidationPipe({ ...options, exceptionFactory }),
};

/** Our pipe without compiled rules against itself with them: the same field errors. */
export const againstLibrary: Contestants = {
  oracle: (options) => new FieldValidationPipe({ ...options, compile: false }),
  subject: (options) => new FieldValidationPipe(options),
};
