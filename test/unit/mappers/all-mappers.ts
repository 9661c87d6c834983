import { isApiException } from '../../../lib/catalog/api-exception';
import { builtInMappers } from '../../../lib/record/built-in-mappers';
import type { MapperContext } from '../../../lib/record/error-mapper';
import { ErrorRecord } from '../../../lib/record/error-record';
import { mapperContext } from './mapper-context';

export const MAPPERS = builtInMappers(undefined);

/** The code that the mappers find for a thrown value; undefined where none knows it. */
export function failureCodeOf(
  thrown: unknown,
  context: MapperContext = mapperContext(),
): string | undefined {
  for (const mapper of MAPPERS) {
    const mapped = mapper(thrown, context);
    if (mapped instanceof ErrorRecord || isApiException(mapped)) return mapped.code;
  }
  return undefined;
}
