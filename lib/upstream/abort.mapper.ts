import type { ErrorMapper } from '../record/error-mapper';
import { isThrownError } from '../thrown/is-thrown-error';
import { readText } from '../thrown/read-member';
import { upstreamFailure } from './upstream-failure';

/**
 * `AbortSignal.timeout()` and `AbortController.abort()`, and errors that follow their names. A
 * call that this API gave up while its client still waits is one that took too long.
 */
export const abortMapper: ErrorMapper = (thrown, context) => {
  if (!isThrownError(thrown)) return undefined;
  const name = readText(thrown, 'name');
  return name === 'TimeoutError' || name === 'AbortError'
    ? upstreamFailure('timed-out', thrown, context)
    : undefined;
};
