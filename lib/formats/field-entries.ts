import type { FieldError } from '../record/field-error';
import type { FieldWording } from '../validation/messages/field-wording';

/** One broken rule beside the guides' own members, with `fieldCodes`. */
export interface FieldEntry {
  /** The key under which `details` or `validationErrors` have the field. */
  readonly field: string;
  readonly code: string;
  readonly message: string;
  /** What was refused, without secrets and cut short; only with `exposeValues`. */
  readonly value?: unknown;
}

export function toFieldEntries(
  fields: readonly FieldError[],
  wording: FieldWording,
  write: (field: FieldError) => string,
): readonly FieldEntry[] {
  return fields.map((field) => ({
    field: wording.name(field),
    code: field.code,
    message: write(field),
    ...('value' in field && { value: field.value }),
  }));
}
