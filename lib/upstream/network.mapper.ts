import type { ErrorMapper } from '../record/error-mapper';
import { isThrownError } from '../thrown/is-thrown-error';
import { readText } from '../thrown/read-member';
import { failureOfCode } from './failure-of-code';
import { upstreamFailure } from './upstream-failure';

/**
 * Node's own errors of sockets, DNS, TLS and HTTP, and all that bear their codes (undici, got,
 * node-fetch, drivers): a handler only meets them on connections that it opened itself.
 */
export const networkMapper: ErrorMapper = (thrown, context) => {
  if (!isThrownError(thrown)) return undefined;
  const failure = failureOfCode(readText(thrown, 'code'));
  return failure && upstreamFailure(failure, thrown, context);
};
