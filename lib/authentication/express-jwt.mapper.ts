import type { ErrorMapper } from '../record/error-mapper';
import { isThrownError } from '../thrown/is-thrown-error';
import { isHttpException } from '../thrown/original-of';
import { readInteger, readMember, readText } from '../thrown/read-member';
import { isJsonWebTokenError, jsonWebTokenMapper } from './json-web-token.mapper';
import { tokenInvalid, tokenMissing } from './token-failures';

const INVALID = new Set(['credentials_bad_scheme', 'credentials_bad_format', 'revoked_token']);

/** express-jwt: what jsonwebtoken said stands in `inner`. */
export const expressJwtMapper: ErrorMapper = (thrown, context) => {
  if (!isThrownError(thrown) || isHttpException(thrown)) return undefined;
  if (readText(thrown, 'name') !== 'UnauthorizedError') return undefined;
  if (readInteger(thrown, 'status') !== 401) return undefined;
  const code = readText(thrown, 'code') ?? '';
  if (code === 'credentials_required') return tokenMissing(thrown, context);
  if (code === 'invalid_token' && 'inner' in thrown) {
    const inner = readMember(thrown, 'inner');
    return isJsonWebTokenError(inner)
      ? jsonWebTokenMapper(inner, context)
      : tokenInvalid(thrown, context);
  }
  return INVALID.has(code) ? tokenInvalid(thrown, context) : undefined;
};
