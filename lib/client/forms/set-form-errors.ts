import { isApiError } from '../errors/api-error';
import { fieldErrors } from './field-errors';

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
    // `items[0].price` is `items.0.price` there.
    const path = (name.match(/[^.[\]"]+/g) ?? []).join('.') as never;
    const [message = ''] = messages;
    setError(
      path,
      { type: 'server', message, types: { ...(messages as object) } },
      { shouldFocus: !index },
    );
  });
}
