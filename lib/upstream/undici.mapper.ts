import type { ErrorMapper } from '../record/error-mapper';
import { isThrownError } from '../thrown/is-thrown-error';
import { readInteger, readMember, readText } from '../thrown/read-member';
import { upstreamAnswer, upstreamFailure } from './upstream-failure';

const ANSWERED = new Set(['UND_ERR_RESPONSE', 'UND_ERR_REQ_RETRY']);

/**
 * undici's interceptors that make errors of answers, and its parser, which gives some of its errors
 * no code; all others are told by their codes.
 */
export const undiciMapper: ErrorMapper = (thrown, context) => {
  if (!isThrownError(thrown)) return undefined;
  if (readText(thrown, 'name') === 'HTTPParserError') {
    return upstreamFailure('failed', thrown, context);
  }
  if (!ANSWERED.has(readText(thrown, 'code') ?? '')) return undefined;
  const status = readInteger(thrown, 'statusCode') ?? 0;
  return upstreamAnswer({ status, headers: readMember(thrown, 'headers') }, thrown, context);
};
