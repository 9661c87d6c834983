import type { ArgumentMetadata, ValidationError } from '@nestjs/common';
import type { FieldError } from '../../record/field-error';
import { FieldErrorList, type FieldErrorLimits } from './field-error-list';
import { type FieldRoot, fieldRootOf } from './field-root';
import type { RuleIndex } from './rule-index';
import { addFieldErrors } from './to-field-errors';

/** One refused argument, as it came and as class-validator saw it. */
export interface RefusedArgument {
  readonly value: unknown;
  readonly argument: ArgumentMetadata;
  readonly errors: readonly ValidationError[];
}

/** The field errors of one refused argument, in the order in which they are listed. */
export function describeBrokenRules(
  { value, argument, errors }: RefusedArgument,
  rules: RuleIndex,
  limits: FieldErrorLimits,
): readonly FieldError[] {
  const root = fieldRootOf(argument);
  if (isNoObject(value)) return [notAnObject(root)];
  const list = new FieldErrorList(limits);
  addFieldErrors({ errors, root, metatype: argument.metatype, rules }, list);
  return list.toFields(root.location);
}

/** A list or a text where an object was declared: Nest validates an empty stand-in for it. */
function isNoObject(value: unknown): boolean {
  if (value === undefined || value === null) return false;
  return typeof value !== 'object' || Array.isArray(value) || isBinary(value);
}

function isBinary(value: object): boolean {
  return ArrayBuffer.isView(value) || value instanceof ArrayBuffer;
}

function notAnObject({ location, path }: FieldRoot): FieldError {
  return {
    path,
    location,
    rule: 'isObject',
    code: 'VALIDATION_INVALID_TYPE',
    params: {},
    message: 'must be an object',
  };
}
