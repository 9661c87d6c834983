import type { ErrorMapper } from '../record/error-mapper';
import { isThrownError } from '../thrown/is-thrown-error';
import { readMember, readText } from '../thrown/read-member';
import { upstreamFailure } from './upstream-failure';

/** opossum; its timeout bears the code of Node's. */
const OPOSSUM_CODES = new Set(['EOPENBREAKER', 'ESEMLOCKED', 'ESHUTDOWN']);

/** cockatiel's brands, which it compares itself. */
const COCKATIEL_BRANDS = [
  'isBrokenCircuitError',
  'isBulkheadRejectedError',
  'isHydratingCircuitError',
];

/** opossum and cockatiel: the call was not made, or was given up. */
export const circuitBreakerMapper: ErrorMapper = (thrown, context) => {
  if (!isThrownError(thrown)) return undefined;
  const isRefused =
    OPOSSUM_CODES.has(readText(thrown, 'code') ?? '') ||
    COCKATIEL_BRANDS.some((brand) => readMember(thrown, brand) === true);
  if (isRefused) return upstreamFailure('unavailable', thrown, context);
  return readMember(thrown, 'isTaskCancelledError') === true
    ? upstreamFailure('timed-out', thrown, context)
    : undefined;
};
