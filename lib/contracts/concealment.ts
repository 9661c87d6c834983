import type { ApiException } from '../catalog/api-exception';
import type { Catalog } from '../catalog/catalog';
import type { ErrorRecord } from '../record/error-record';

/**
 * Answers one failure as another, so that the answer does not tell what exists: a map from the
 * true code to the shown one, or a function that yields what to show instead.
 * @example
 * conceal: { PERMISSION_TENANT_MISMATCH: 'RESOURCE_NOT_FOUND' }
 */
export type Concealment =
  Readonly<Record<string, string>> | ((record: ErrorRecord) => ApiException | undefined);

/** @throws TypeError if a code to show is in no catalogue: the answer would not be a genuine one */
export function checkConcealments(concealments: readonly Concealment[], catalog: Catalog): void {
  for (const concealment of concealments) {
    if (typeof concealment === 'function') continue;
    for (const [code, shown] of Object.entries(concealment)) {
      if (catalog.has(shown)) continue;
      throw new TypeError(
        `conceal: ${code} is to be shown as "${shown}", which no catalogue has. List its catalogue under \`catalog\`.`,
      );
    }
  }
}
