import type { ErrorMapper } from '../record/error-mapper';
import { isThrownError } from '../thrown/is-thrown-error';
import { originalOf } from '../thrown/original-of';
import { readText } from '../thrown/read-member';
import { keysUnavailable, tokenExpired, tokenInvalid, tokenMissing } from './token-failures';

type Failure = 'expired' | 'missing' | 'invalid' | 'no-keys';

const FAILURES: Readonly<Record<string, Failure>> = {
  FST_JWT_AUTHORIZATION_TOKEN_EXPIRED: 'expired',
  FST_JWT_NO_AUTHORIZATION_IN_HEADER: 'missing',
  FST_JWT_NO_AUTHORIZATION_IN_COOKIE: 'missing',
  FST_JWT_AUTHORIZATION_TOKEN_INVALID: 'invalid',
  FST_JWT_AUTHORIZATION_TOKEN_UNTRUSTED: 'invalid',
  FAST_JWT_EXPIRED: 'expired',
  FAST_JWT_INACTIVE: 'invalid',
  FAST_JWT_MALFORMED: 'invalid',
  FAST_JWT_INVALID_TYPE: 'invalid',
  FAST_JWT_INVALID_ALGORITHM: 'invalid',
  FAST_JWT_INVALID_CLAIM_TYPE: 'invalid',
  FAST_JWT_INVALID_CLAIM_VALUE: 'invalid',
  FAST_JWT_INVALID_PAYLOAD: 'invalid',
  FAST_JWT_INVALID_SIGNATURE: 'invalid',
  FAST_JWT_MISSING_REQUIRED_CLAIM: 'invalid',
  FAST_JWT_MISSING_SIGNATURE: 'invalid',
  FAST_JWT_KEY_FETCHING_ERROR: 'no-keys',
};

/** @fastify/jwt, and fast-jwt beneath it: neither tells when a token expired. */
export const fastifyJwtMapper: ErrorMapper = (thrown, context) => {
  const error = originalOf(thrown);
  if (!isThrownError(error)) return undefined;
  const code = readText(error, 'code');
  if (code === undefined || !Object.hasOwn(FAILURES, code)) return undefined;
  switch (FAILURES[code]) {
    case 'expired':
      return tokenExpired(undefined, error, context);
    case 'missing':
      return tokenMissing(error, context);
    case 'no-keys':
      return keysUnavailable(error, context);
    default:
      return tokenInvalid(error, context);
  }
};
