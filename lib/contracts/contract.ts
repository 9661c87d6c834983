import { Catalog, type CatalogEntries } from '../catalog/catalog';
import type { ErrorOverride } from '../catalog/error-definition';
import type { ResolvedFormat } from '../formats/resolve-format';
import { checkConcealments, type Concealment } from './concealment';

/** What one part of an API promises about its errors. */
export class Contract {
  readonly catalog: Catalog;

  constructor(
    readonly format: ResolvedFormat,
    private readonly catalogs: readonly CatalogEntries[],
    private readonly overrides: Readonly<Record<string, ErrorOverride>>,
    /** Asked in this order; the first that has an answer decides. */
    readonly concealments: readonly Concealment[],
  ) {
    this.catalog = new Catalog(catalogs, overrides);
    checkConcealments(concealments, this.catalog);
  }

  /** The contract of a part: what it says itself comes first, the rest is inherited. */
  extend(part: ContractPart): Contract {
    return new Contract(
      part.format ?? this.format,
      [...this.catalogs, ...(part.catalogs ?? [])],
      { ...this.overrides, ...part.overrides },
      [...(part.conceal ? [part.conceal] : []), ...this.concealments],
    );
  }
}

export interface ContractPart {
  readonly format?: ResolvedFormat | undefined;
  readonly catalogs?: readonly CatalogEntries[] | undefined;
  readonly overrides?: Readonly<Record<string, ErrorOverride>> | undefined;
  readonly conceal?: Concealment | undefined;
}
