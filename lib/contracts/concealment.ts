import type { ApiException } from '../catalog/api-exception';
import type { ErrorRecord } from '../record/error-record';

/**
 * Answers one failure as another, so that the answer does not tell what exists: a map from the
 * true code to the shown one, or a function that yields what to show instead.
 * @example
 * conceal: { PERMISSION_TENANT_MISMATCH: 'RESOURCE_NOT_FOUND' }
 */
export type Concealment =
  Readonly<Record<string, string>> | ((record: ErrorRecord) => ApiException | undefined);
