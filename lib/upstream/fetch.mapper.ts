import type { ErrorMapper } from '../record/error-mapper';
import { isThrownError } from '../thrown/is-thrown-error';
import { readInteger, readMember, readText } from '../thrown/read-member';
import { failureOfCode } from './failure-of-code';
import { upstreamAnswer, upstreamFailure } from './upstream-failure';

/** undici's texts for a request that got no answer, and an answer that broke off. */
const FAILED = new Set(['fetch failed', 'terminated']);

/**
 * fetch: its TypeError, whose cause says why; a `Response` that was thrown; and an error that
 * bears one, as those of ky and ofetch do.
 */
export const fetchMapper: ErrorMapper = (thrown, context) => {
  const response = isResponse(thrown) ? thrown : readMember(thrown, 'response');
  if (isResponse(response)) {
    const status = readInteger(response, 'status') ?? 0;
    return upstreamAnswer({ status, headers: readMember(response, 'headers') }, thrown, context);
  }
  if (!isThrownError(thrown) || readText(thrown, 'name') !== 'TypeError') return undefined;
  if (!FAILED.has(readText(thrown, 'message') ?? '')) return undefined;
  const code = readText(readMember(thrown, 'cause'), 'code');
  return upstreamFailure(failureOfCode(code) ?? 'failed', thrown, context);
};

/** A tag of a class's own, which no JSON has. */
function isResponse(value: unknown): boolean {
  try {
    return Object.prototype.toString.call(value) === '[object Response]';
  } catch {
    return false;
  }
}
