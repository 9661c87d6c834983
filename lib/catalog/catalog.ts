import type { ErrorDefinition, ErrorOverride } from './error-definition';
import { StandardErrors } from './standard-errors';

/** What an application lists under `catalog`: the result of `defineErrors`. */
export type CatalogEntries = Readonly<
  Record<string, { readonly code: string; readonly definition: ErrorDefinition }>
>;

/** The definitions of one contract by code, overrides applied. */
export class Catalog {
  readonly #definitions = new Map<string, ErrorDefinition>();

  constructor(
    catalogs: readonly CatalogEntries[],
    private readonly overrides: Readonly<Record<string, ErrorOverride>>,
  ) {
    for (const catalog of [StandardErrors as unknown as CatalogEntries, ...catalogs]) {
      for (const { code, definition } of Object.values(catalog)) {
        this.#definitions.set(code, this.#override(code, definition));
      }
    }
  }

  has(code: string): boolean {
    return this.#definitions.has(code);
  }

  /** The definition in force: a thrown error brings its own, for codes that nobody listed. */
  definition(code: string, thrown?: ErrorDefinition): ErrorDefinition | undefined {
    return this.#definitions.get(code) ?? (thrown && this.#override(code, thrown));
  }

  #override(code: string, definition: ErrorDefinition): ErrorDefinition {
    return Object.hasOwn(this.overrides, code)
      ? { ...definition, ...this.overrides[code] }
      : definition;
  }
}
