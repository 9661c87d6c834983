import type { FieldError } from '../record/field-error';
import type { FieldRoot } from './field-errors/field-root';

/** The one error of an argument that nobody should read any further. */
export function tooDeep({ location, path }: FieldRoot, maxDepth: number): FieldError {
  return {
    path,
    location,
    rule: 'maxDepth',
    code: 'VALIDATION_TOO_DEEP',
    params: { max: maxDepth },
    message: `must not be nested deeper than ${maxDepth} levels`,
  };
}
