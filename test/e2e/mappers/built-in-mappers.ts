import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ErrorRecord, type ErrorMapper } from 'nestjs-errors';
import type * as Aggregate from '../../../lib/async-errors/aggregate-error.mapper';
import type * as Async from '../../../lib/async-errors/async-error-mappers';
import type * as Authentication from '../../../lib/authentication/authentication-mappers';
import type * as Challenge from '../../../lib/authentication/challenge';
import type * as ApiExceptions from '../../../lib/record/mappers/api-exception.mapper';
import type * as HttpExceptions from '../../../lib/record/mappers/http-exception.mapper';
import type * as Requests from '../../../lib/record/mappers/request-error.mapper';
import type * as Schemas from '../../../lib/schema-errors/schema-error-mappers';
import type * as Uploads from '../../../lib/uploads/upload-mappers';
import type * as Upstream from '../../../lib/upstream/upstream-mappers';

const require = createRequire(__filename);
const dist = dirname(require.resolve('nestjs-errors'));
const load = <T>(path: string): T => require(join(dist, path)) as T;

const ordered: readonly ErrorMapper[] = [
  load<typeof ApiExceptions>('record/mappers/api-exception.mapper').apiExceptionMapper,
  ...load<typeof Async>('async-errors/async-error-mappers').ASYNC_ERROR_MAPPERS,
  ...load<typeof Uploads>('uploads/upload-mappers').UPLOAD_MAPPERS,
  ...load<typeof Authentication>('authentication/authentication-mappers').AUTHENTICATION_MAPPERS,
  load<typeof Requests>('record/mappers/request-error.mapper').requestErrorMapper,
  ...load<typeof Schemas>('schema-errors/schema-error-mappers').SCHEMA_ERROR_MAPPERS,
  ...load<typeof Upstream>('upstream/upstream-mappers').UPSTREAM_MAPPERS,
  load<typeof HttpExceptions>('record/mappers/http-exception.mapper').httpExceptionMapper,
] as readonly unknown[] as readonly ErrorMapper[];

const { aggregateErrorMapper } = load<typeof Aggregate>('async-errors/aggregate-error.mapper');
const { challenge } = load<typeof Challenge>('authentication/challenge');

/** The mappers in the order in which they are asked. */
export const BUILT_IN_MAPPERS: readonly ErrorMapper[] = [
  ...ordered,
  aggregateErrorMapper(ordered as never) as unknown as ErrorMapper,
].map((mapper) => (thrown, context) => {
  const mapped = mapper(thrown, context);
  return mapped instanceof ErrorRecord ? (challenge(mapped as never) as never) : mapped;
});
