import { isApiError } from '../errors/api-error';
import { fieldErrors } from './field-errors';
import { fieldSegments } from './field-segments';

/** `setError` of react-hook-form. */
export type SetError = (
  name: never,
  error: { type: string; message: string; types: Record<string, string> },
  options?: { shouldFocus: boolean },
) => void;

/**
 * Shows a failure in a form of react-hook-form: at its fields, the first one focused, or, where no
 * field is to blame, at `root.server`.
 * @example
 * try { await api.post('/events', values) } catch (error) { setFormErrors(error, form.setError) }
 */
export function setFormErrors(error: unknown, setError: SetError): void {
  const entries = Object.entries(fieldErrors(error));
  if (entries.length === 0 && isApiError(error)) entries.push(['root.server', [error.message]]);
  entries.forEach(([name, messages], index) => {
    const types = Object.fromEntries(messages.map((message, rule) => [`server${rule}`, message]));
    const path = fieldSegments(name).join('.') as never;
    setError(
      path,
      { type: 'server', message: messages[0] ?? '', types },
      { shouldFocus: index === 0 },
    );
  });
}
