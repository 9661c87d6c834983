import type { FieldError } from '../record/field-error';
import { ApiException, type ApiExceptionOptions } from './api-exception';
import { StandardErrors } from './standard-errors';

/** Broken rules of one or more fields, thrown: each format gives them its own shape and status. */
export class ValidationException extends ApiException<'VALIDATION_FAILED'> {
  declare readonly fields: readonly FieldError[];

  constructor(fields: readonly FieldError[], options: ApiExceptionOptions = {}) {
    super('VALIDATION_FAILED', StandardErrors.VALIDATION_FAILED.definition, { ...options, fields });
    this.name = 'ValidationException';
  }
}
