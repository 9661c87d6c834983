import type { ErrorMapper } from '../record/error-mapper';
import { isThrownError } from '../thrown/is-thrown-error';
import { readInteger, readMember, readText } from '../thrown/read-member';
import { upstreamAnswer, upstreamFailure } from './upstream-failure';

const FAILED = new Set([
  'ERR_TOO_MANY_REDIRECTS',
  'ERR_READING_RESPONSE_STREAM',
  'ERR_BODY_PARSE_FAILURE',
  'ERR_UPLOAD',
]);

/** got: an error of the network keeps Node's code, which is read elsewhere. */
export const gotMapper: ErrorMapper = (thrown, context) => {
  if (!isThrownError(thrown)) return undefined;
  const code = readText(thrown, 'code') ?? '';
  if (code === 'ERR_NON_2XX_3XX_RESPONSE') {
    const response = readMember(thrown, 'response');
    const status = readInteger(response, 'statusCode') ?? 0;
    return upstreamAnswer({ status, headers: readMember(response, 'headers') }, thrown, context);
  }
  return FAILED.has(code) ? upstreamFailure('failed', thrown, context) : undefined;
};
