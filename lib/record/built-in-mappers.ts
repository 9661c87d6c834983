import { aggregateErrorMapper } from '../async-errors/aggregate-error.mapper';
import { ASYNC_ERROR_MAPPERS } from '../async-errors/async-error-mappers';
import { AUTHENTICATION_MAPPERS } from '../authentication/authentication-mappers';
import type { ConstraintRegistry } from '../databases/constraint-registry';
import { createDatabaseMappers } from '../databases/create-database-mappers';
import { SCHEMA_ERROR_MAPPERS } from '../schema-errors/schema-error-mappers';
import { UPLOAD_MAPPERS } from '../uploads/upload-mappers';
import { UPSTREAM_MAPPERS } from '../upstream/upstream-mappers';
import { parsePipeMapper } from '../validation/parse-pipes/parse-pipe.mapper';
import type { ErrorMapper } from './error-mapper';
import { apiExceptionMapper } from './mappers/api-exception.mapper';
import { httpExceptionMapper } from './mappers/http-exception.mapper';
import { requestErrorMapper } from './mappers/request-error.mapper';

/**
 * Every source of failures that the library knows, in the order in which they are asked: what says
 * itself what it is, then Nest's exceptions and those who know more of them, then foreign errors.
 */
export function builtInMappers(constraints: ConstraintRegistry | undefined): ErrorMapper[] {
  const known = [
    apiExceptionMapper,
    ...ASYNC_ERROR_MAPPERS,
    ...AUTHENTICATION_MAPPERS,
    ...UPLOAD_MAPPERS,
    parsePipeMapper,
    requestErrorMapper,
    httpExceptionMapper,
    ...SCHEMA_ERROR_MAPPERS,
    ...createDatabaseMappers(constraints),
    ...UPSTREAM_MAPPERS,
  ];
  return [...known, aggregateErrorMapper(known)];
}
