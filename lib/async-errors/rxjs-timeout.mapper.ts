import type { ErrorMapper } from '../record/error-mapper';
import { isThrownError } from '../thrown/is-thrown-error';
import { readInteger, readMember, readText } from '../thrown/read-member';

/**
 * The `timeout()` of RxJS, as an interceptor puts it around handlers: the answer took too long,
 * and nothing says whose fault that is. RxJS's other errors (EmptyError: a stream without a
 * value) tell of no failure that a client could know, and stay internal.
 */
export const rxjsTimeoutMapper: ErrorMapper = (thrown, context) => {
  if (!isThrownError(thrown) || readText(thrown, 'name') !== 'TimeoutError') return undefined;
  const isRxjs = readInteger(readMember(thrown, 'info'), 'seen') !== undefined;
  return isRxjs
    ? context.record('UPSTREAM_TIMEOUT', { origin: 'server', cause: thrown })
    : undefined;
};
