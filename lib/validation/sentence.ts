import type { FieldError } from '../record/field-error';
import { Wording } from './messages/wording';

/** The built-in English. */
export const BUILT_IN_WORDING = new Wording();

const ENGLISH = BUILT_IN_WORDING.in(undefined);

/**
 * A field error as a sentence of the built-in English: "Name is required", "Capacity must be
 * greater than 0". A message that its author wrote stays as it is.
 */
export function sentenceFor(field: FieldError): string {
  return ENGLISH.sentence(field);
}
