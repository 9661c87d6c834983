import type { ValidationError } from '@nestjs/common';
import { ValidationException } from '../catalog/validation-exception';
import { withoutStack } from '../catalog/without-stack';
import type { FieldError } from '../record/field-error';
import type { FieldWording } from './messages/field-wording';
import { type Refused, refusedWith } from './refused';
import { BUILT_IN_WORDING } from './sentence';
import type { ResolvedValidationOptions } from './validation.options';

/**
 * Refuses an argument for field errors. An application's own exception factory wins: it is given the errors
 * that class-validator did not find (depth, schemas) in class-validator's form.
 * @returns a ValidationException, or what the factory made, to throw
 */
export function refuse(
  fields: readonly FieldError[],
  { exceptionFactory, isDetailed, exceptionOptions, wording }: ResolvedValidationOptions,
): Refused | Promise<never> {
  if (exceptionFactory === undefined) {
    const told = isDetailed ? fields : [];
    return refusedWith(withoutStack(() => new ValidationException(told, exceptionOptions)));
  }
  const words = (wording ?? BUILT_IN_WORDING).in(undefined);
  return refusedWith(exceptionFactory(fields.map((field) => toValidationError(field, words))));
}

function toValidationError(field: FieldError, words: FieldWording): ValidationError {
  return {
    property: field.path.join('.'),
    constraints: { [field.rule]: words.sentence(field) },
    children: [],
  };
}
