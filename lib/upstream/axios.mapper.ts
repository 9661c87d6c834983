import type { ErrorMapper } from '../record/error-mapper';
import { isThrownError } from '../thrown/is-thrown-error';
import { readInteger, readMember, readText } from '../thrown/read-member';
import { failureOfCode } from './failure-of-code';
import { upstreamAnswer, upstreamFailure } from './upstream-failure';

const TIMEOUT = 'ECONNABORTED';
const FAILED = new Set(['ERR_NETWORK', 'ERR_BAD_RESPONSE', 'ERR_FR_TOO_MANY_REDIRECTS']);

/** axios, and @nestjs/axios. A request that axios would not even send is this API's own fault. */
export const axiosMapper: ErrorMapper = (thrown, context) => {
  if (!isThrownError(thrown) || readMember(thrown, 'isAxiosError') !== true) return undefined;
  const response = readMember(thrown, 'response');
  const status = readInteger(response, 'status');
  if (status !== undefined) {
    return upstreamAnswer({ status, headers: readMember(response, 'headers') }, thrown, context);
  }
  const code = readText(thrown, 'code') ?? '';
  const failure = code === TIMEOUT ? 'timed-out' : FAILED.has(code) ? 'failed' : undefined;
  const told = failure ?? failureOfCode(code);
  return told && upstreamFailure(told, thrown, context);
};
