import type { Catalog } from '../catalog/catalog';
import { closestName } from '../closest-name';
import type { LocaleCatalog } from '../validation/messages/message-catalog';

/**
 * Looks for typing errors among the codes of translated errors. A code that is like none is left
 * alone: `forFeature()` and exceptions bring codes of their own.
 * @throws TypeError naming the code that was meant
 */
export function checkErrorTexts(
  locales: Readonly<Record<string, LocaleCatalog>> = {},
  catalog: Catalog,
): void {
  for (const [locale, { errors = {} }] of Object.entries(locales)) {
    for (const code of Object.keys(errors)) {
      const meant = misspeltCode(code, catalog);
      if (meant === undefined) continue;
      throw new TypeError(
        `validation.locales["${locale}"].errors has no code "${code}". Did you mean "${meant}"?`,
      );
    }
  }
}

function misspeltCode(code: string, catalog: Catalog): string | undefined {
  if (catalog.has(code)) return undefined;
  const known = [...catalog.codes()];
  const prefixed = `VALIDATION_${code}`;
  return closestName(code, known) ?? (catalog.has(prefixed) ? prefixed : undefined);
}
