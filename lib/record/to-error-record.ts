import { isApiException } from '../catalog/api-exception';
import type { ErrorMapper, MapperContext } from './error-mapper';
import { ErrorRecord } from './error-record';
import { recordOfApiException } from './mappers/api-exception.mapper';

/**
 * Thrown value → record. The first mapper that answers wins; any other value is a 500 of which
 * nothing but the catalogue's text is shown. A mapper that fails is reported and passed over.
 */
export function toErrorRecord(
  thrown: unknown,
  mappers: readonly ErrorMapper[],
  context: MapperContext,
  onMapperFailure: (failure: unknown) => void,
): ErrorRecord {
  for (const mapper of mappers) {
    try {
      const mapped = mapper(thrown, context);
      if (mapped instanceof ErrorRecord) return mapped;
      if (isApiException(mapped)) return recordOfApiException(mapped, context, thrown);
    } catch (failure) {
      onMapperFailure(failure);
    }
  }
  return context.record('INTERNAL_ERROR', { cause: thrown });
}
