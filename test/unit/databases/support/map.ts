import { Contract } from '../../../../lib/contracts/contract';
import type { CatalogEntries } from '../../../../lib/catalog/catalog';
import type { ConstraintRegistry } from '../../../../lib/databases/constraint-registry';
import { createDatabaseMappers } from '../../../../lib/databases/create-database-mappers';
import { resolveFormat } from '../../../../lib/formats/resolve-format';
import { createRecord } from '../../../../lib/record/create-record';
import type { MapperContext } from '../../../../lib/record/error-mapper';
import type { ErrorRecord } from '../../../../lib/record/error-record';

export interface MapOptions {
  readonly constraints?: ConstraintRegistry;
  readonly catalog?: CatalogEntries;
  readonly request?: unknown;
  readonly method?: string;
}

/** Asks the mappers of databases, in their order, as the flow does. */
export function map(thrown: unknown, options: MapOptions = {}): ErrorRecord | undefined {
  const { constraints, catalog, request = {}, method = 'POST' } = options;
  const contract = new Contract(resolveFormat('nested'), catalog ? [catalog] : [], {}, []);
  const context: MapperContext = {
    request,
    method,
    url: '/',
    route: undefined,
    isGuarded: false,
    hasCredentials: false,
    validationStatus: 422,
    record: (code, changes = {}) => createRecord(code, changes, contract),
  };
  for (const mapper of createDatabaseMappers(constraints)) {
    const record = mapper(thrown, context);
    if (record) return record as ErrorRecord;
  }
  return undefined;
}
