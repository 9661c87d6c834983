import { isApiException } from '../catalog/api-exception';
import type { ErrorMapper, MapperContext } from '../record/error-mapper';
import { ErrorRecord } from '../record/error-record';
import { recordOfApiException } from '../record/mappers/api-exception.mapper';
import { isThrownError } from '../thrown/is-thrown-error';
import { readMember, readText } from '../thrown/read-member';

const MAX_ERRORS = 20;
const MAX_DEPTH = 3;

/**
 * AggregateError, as `Promise.any()` rejects with it: what all errors in it have in common. The
 * first speaks where they share a code; dependencies that failed each in their own way are one
 * that failed; anything else is left as internal.
 * @param mappers asked of each error, in this order
 */
export function aggregateErrorMapper(mappers: readonly ErrorMapper[]): ErrorMapper {
  const mapAt =
    (depth: number): ErrorMapper =>
    (thrown, context) => {
      const errors = errorsOf(thrown);
      if (errors === undefined) return undefined;
      const inner = depth < MAX_DEPTH ? [...mappers, mapAt(depth + 1)] : mappers;
      return inCommon(
        errors.map((error) => firstAnswer(error, inner, context)),
        context,
      )?.with({ cause: thrown });
    };
  return mapAt(1);
}

function errorsOf(thrown: unknown): readonly unknown[] | undefined {
  if (!isThrownError(thrown) || readText(thrown, 'name') !== 'AggregateError') return undefined;
  const errors = readMember(thrown, 'errors');
  const isBounded = Array.isArray(errors) && errors.length > 0 && errors.length <= MAX_ERRORS;
  return isBounded ? errors : undefined;
}

function firstAnswer(
  error: unknown,
  mappers: readonly ErrorMapper[],
  context: MapperContext,
): ErrorRecord | undefined {
  for (const mapper of mappers) {
    const mapped = mapper(error, context);
    if (mapped instanceof ErrorRecord) return mapped;
    if (isApiException(mapped)) return recordOfApiException(mapped, context, error);
  }
  return undefined;
}

function inCommon(
  records: readonly (ErrorRecord | undefined)[],
  context: MapperContext,
): ErrorRecord | undefined {
  const [first] = records;
  if (first === undefined) return undefined;
  if (records.every((record) => record?.code === first.code)) return first;
  const isUpstream = records.every((record) => record?.origin === 'dependency');
  return isUpstream ? context.record('UPSTREAM_FAILED') : undefined;
}
