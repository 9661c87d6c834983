import 'reflect-metadata';
import type { ArgumentMetadata } from '@nestjs/common';
import { ValidationException } from '../../../../lib/catalog/validation-exception';
import type { FieldError } from '../../../../lib/record/field-error';
import { FieldValidationPipe } from '../../../../lib/validation/field-validation.pipe';
import type { ValidationOptions } from '../../../../lib/validation/validation.options';

type Metatype = NonNullable<ArgumentMetadata['metatype']>;

/** A body of the given class. */
export function bodyOf(metatype: Metatype): ArgumentMetadata {
  return { type: 'body', metatype };
}

/** A class with one property, `field`, under the given decorators (the first is the topmost). */
export function classWith(...decorators: PropertyDecorator[]): Metatype {
  class Dto {
    field: unknown;
  }
  for (const decorate of decorators.toReversed()) decorate(Dto.prototype, 'field');
  return Dto;
}

/** The field errors for which the pipe refuses a value; none if it takes it. */
export async function fieldErrorsOf(
  argument: ArgumentMetadata,
  value: unknown,
  options: ValidationOptions = {},
): Promise<readonly FieldError[]> {
  try {
    await new FieldValidationPipe(options).transform(value, argument);
  } catch (thrown) {
    if (thrown instanceof ValidationException) return thrown.fields;
    throw thrown;
  }
  return [];
}
