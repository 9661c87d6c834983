import type { ErrorsModuleOptions } from 'nestjs-errors';
import type { ConstraintRegistry } from '../../../../dist/databases/constraint-registry';
import { createDatabaseMappers } from '../../../../dist/databases/create-database-mappers';

/** An application's options with the mappers of databases in them. */
export function databaseOptions(constraints?: ConstraintRegistry): ErrorsModuleOptions {
  return { mappers: createDatabaseMappers(constraints) };
}
