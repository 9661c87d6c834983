import { ErrorRecord, type ErrorMapper } from 'nestjs-errors';
import { aggregateErrorMapper } from '../../../dist/async-errors/aggregate-error.mapper';
import { ASYNC_ERROR_MAPPERS } from '../../../dist/async-errors/async-error-mappers';
import { AUTHENTICATION_MAPPERS } from '../../../dist/authentication/authentication-mappers';
import { challenge } from '../../../dist/authentication/challenge';
import { apiExceptionMapper } from '../../../dist/record/mappers/api-exception.mapper';
import { httpExceptionMapper } from '../../../dist/record/mappers/http-exception.mapper';
import { requestErrorMapper } from '../../../dist/record/mappers/request-error.mapper';
import { SCHEMA_ERROR_MAPPERS } from '../../../dist/schema-errors/schema-error-mappers';
import { UPLOAD_MAPPERS } from '../../../dist/uploads/upload-mappers';
import { UPSTREAM_MAPPERS } from '../../../dist/upstream/upstream-mappers';

const ordered: readonly ErrorMapper[] = [
  apiExceptionMapper,
  ...ASYNC_ERROR_MAPPERS,
  ...UPLOAD_MAPPERS,
  ...AUTHENTICATION_MAPPERS,
  requestErrorMapper,
  ...SCHEMA_ERROR_MAPPERS,
  ...UPSTREAM_MAPPERS,
  httpExceptionMapper,
];

/** The mappers in the order in which they are asked. */
export const BUILT_IN_MAPPERS: readonly ErrorMapper[] = [
  ...ordered,
  aggregateErrorMapper(ordered),
].map((mapper) => (thrown, context) => {
  const mapped = mapper(thrown, context);
  return mapped instanceof ErrorRecord ? challenge(mapped, false) : mapped;
});
