import { isApiError } from '../errors/api-error';
import type { FieldMessages } from '../errors/codes';

/**
 * Messages by field, from any format: `{ 'items[0].price': ['must not be negative'] }`.
 * TanStack Form takes them as they are: `form.setErrorMap({ onSubmit: { fields: fieldErrors(error) } })`.
 * @returns an empty object for what is no `ApiError`, or blames no field
 */
export function fieldErrors(error: unknown): FieldMessages {
  return isApiError(error) ? error.fields : {};
}
