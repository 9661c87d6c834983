import type { ErrorMapper } from '../record/error-mapper';
import { isThrownError } from '../thrown/is-thrown-error';
import { readMember, readText } from '../thrown/read-member';
import { keysUnavailable, tokenExpired, tokenInvalid } from './token-failures';

const INVALID_TOKEN = new Set([
  'ERR_JWT_CLAIM_VALIDATION_FAILED',
  'ERR_JWT_INVALID',
  'ERR_JWS_INVALID',
  'ERR_JWS_SIGNATURE_VERIFICATION_FAILED',
  'ERR_JWE_INVALID',
  'ERR_JWE_DECRYPTION_FAILED',
  'ERR_JOSE_ALG_NOT_ALLOWED',
  'ERR_JOSE_NOT_SUPPORTED',
  'ERR_JWKS_NO_MATCHING_KEY',
  'ERR_JWKS_MULTIPLE_MATCHING_KEYS',
]);

const KEY_SET_FAULT = new Set(['ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID']);

/**
 * jose. A token of a service that this API calls fails with the same errors: catch those where
 * that token is verified.
 */
export const joseMapper: ErrorMapper = (thrown, context) => {
  if (!isThrownError(thrown)) return undefined;
  const code = readText(thrown, 'code');
  if (code === undefined) return undefined;
  if (code === 'ERR_JWT_EXPIRED') return tokenExpired(expiryOf(thrown), thrown, context);
  if (INVALID_TOKEN.has(code)) return tokenInvalid(thrown, context);
  return KEY_SET_FAULT.has(code) || isKeySetResponse(thrown, code)
    ? keysUnavailable(thrown, context)
    : undefined;
};

/** A token that is only older than `maxTokenAge` names no moment of its own. */
function expiryOf(thrown: Error): unknown {
  const isExpiry = readText(thrown, 'claim') === 'exp';
  return isExpiry ? readMember(readMember(thrown, 'payload'), 'exp') : undefined;
}

/** What the key set's server answered is no key set: jose has no code for it. */
function isKeySetResponse(thrown: Error, code: string): boolean {
  const message = readText(thrown, 'message') ?? '';
  return code === 'ERR_JOSE_GENERIC' && message.includes('JSON Web Key Set HTTP response');
}
