import type { ErrorMapper } from '../record/error-mapper';
import { isThrownError } from '../thrown/is-thrown-error';
import { readMember, readText } from '../thrown/read-member';
import { keysUnavailable, tokenExpired, tokenInvalid, tokenMissing } from './token-failures';

const NAMES = new Set(['TokenExpiredError', 'NotBeforeError', 'JsonWebTokenError']);

/** Texts that speak of the verifier's own options or keys: faults of this server. */
const SERVER_FAULT =
  /^(?:clockTimestamp|nonce|allowInvalidAsymmetricKeyTypes) must be |^(?:secret or public key must be|secretOrPublicKey |verify must be called |please specify "none"|"maxAge" should be)/;

const KEY_CALLBACK = 'error in secret or public key callback: ';

/**
 * jsonwebtoken, and @nestjs/jwt and passport-jwt, which throw its errors. A token of a service
 * that this API calls fails with the same errors: catch those where that token is verified.
 */
export const jsonWebTokenMapper: ErrorMapper = (thrown, context) => {
  if (!isJsonWebTokenError(thrown)) return undefined;
  const message = readText(thrown, 'message') ?? '';
  if (readText(thrown, 'name') === 'TokenExpiredError') {
    return tokenExpired(readMember(thrown, 'expiredAt'), thrown, context);
  }
  if (SERVER_FAULT.test(message)) return undefined;
  if (message === 'jwt must be provided') return tokenMissing(thrown, context);
  // jwks-rsa finds no key for what the token names: that is the token's fault.
  const isKeyFault = message.startsWith(KEY_CALLBACK) && !/signing key that matches/.test(message);
  return isKeyFault ? keysUnavailable(thrown, context) : tokenInvalid(thrown, context);
};

export function isJsonWebTokenError(thrown: unknown): thrown is Error {
  return isThrownError(thrown) && NAMES.has(readText(thrown, 'name') ?? '');
}
