import { checkOptions } from '../check-options';
import type { ErrorDefinition, ErrorOverride } from './error-definition';
import { StandardErrors } from './standard-errors';

/** What an application lists under `catalog`: the result of `defineErrors`. */
export type CatalogEntries = Readonly<
  Record<string, { readonly code: string; readonly definition: ErrorDefinition }>
>;

/** The definitions of one contract by code, overrides applied. */
export class Catalog {
  readonly #definitions = new Map<string, ErrorDefinition>();

  /** @throws TypeError if an override is of a code that no catalogue lists */
  constructor(
    catalogs: readonly CatalogEntries[],
    overrides: Readonly<Record<string, ErrorOverride>>,
  ) {
    for (const catalog of [StandardErrors as unknown as CatalogEntries, ...catalogs]) {
      for (const { code, definition } of Object.values(catalog)) {
        this.#definitions.set(code, definition);
      }
    }
    for (const [code, override] of Object.entries(overrides)) this.#override(code, override);
  }

  has(code: string): boolean {
    return this.#definitions.has(code);
  }

  codes(): Iterable<string> {
    return this.#definitions.keys();
  }

  /** The definition in force; a thrown error brings its own, for codes that nobody listed. */
  definition(code: string, thrown?: ErrorDefinition): ErrorDefinition | undefined {
    return this.#definitions.get(code) ?? thrown;
  }

  #override(code: string, override: ErrorOverride): void {
    checkOptions(`overrides.${code}`, override, OVERRIDABLE);
    const definition = this.#definitions.get(code);
    if (definition === undefined) {
      throw new TypeError(
        `overrides.${code}: no catalogue has this code. List its catalogue under \`catalog\`.`,
      );
    }
    this.#definitions.set(code, { ...definition, ...override });
  }
}

const OVERRIDABLE = ['status', 'message', 'retry', 'origin', 'resolution'];
