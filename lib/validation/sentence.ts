import type { FieldError, FieldLocation } from '../record/field-error';
import { fieldLabel } from './field-label';

const PARTS: Readonly<Record<FieldLocation, string>> = {
  body: 'Request body',
  query: 'Query',
  path: 'Path',
  header: 'Headers',
  cookie: 'Cookies',
  file: 'File',
};

/**
 * A field error as a sentence of its own: "Name is required", "Capacity must be greater than 0".
 * A message that its author wrote stays as it is.
 */
export function sentenceFor(field: FieldError): string {
  const { path, location, message } = field;
  if (field.isAuthored === true) return message;
  const label = fieldLabel(path, field.label) ?? PARTS[location];
  if (isRequired(field)) return `${label} is required`;
  const ofEach = /^each element (.*)$/s.exec(message)?.[1];
  if (ofEach !== undefined)
    return join(`Each element of ${field.label ?? decapitalise(label)}`, ofEach);
  return join(label, message);
}

const REQUIRED_TEXTS = new Set(['must not be blank', 'must not be null']);

function isRequired({ code, message, isMissing }: FieldError): boolean {
  if (code !== 'VALIDATION_REQUIRED_FIELD') return false;
  return isMissing === true || REQUIRED_TEXTS.has(message);
}

/** "invalid ISBN" has no verb to follow a subject. */
function join(subject: string, text: string): string {
  return text.startsWith('invalid ') ? `${subject}: ${text}` : `${subject} ${text}`;
}

function decapitalise(label: string): string {
  return /^\p{Lu}\p{Lu}/u.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);
}
