import type { ErrorMapper } from '../record/error-mapper';
import { isThrownError } from '../thrown/is-thrown-error';
import { readInteger, readMember, readText } from '../thrown/read-member';
import { upstreamAnswer } from './upstream-failure';

const ANSWERED = new Set(['UND_ERR_RESPONSE', 'UND_ERR_REQ_RETRY']);

/** undici's interceptors that make errors of answers; its other errors are told by their codes. */
export const undiciMapper: ErrorMapper = (thrown, context) => {
  if (!isThrownError(thrown) || !ANSWERED.has(readText(thrown, 'code') ?? '')) return undefined;
  const status = readInteger(thrown, 'statusCode') ?? 0;
  return upstreamAnswer({ status, headers: readMember(thrown, 'headers') }, thrown, context);
};
