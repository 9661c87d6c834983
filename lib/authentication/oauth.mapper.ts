import type { StandardErrorCode } from '../catalog/standard-errors';
import type { ErrorMapper } from '../record/error-mapper';
import { isThrownError } from '../thrown/is-thrown-error';
import { readInteger, readMember, readText } from '../thrown/read-member';
import { bearerChallenge } from './bearer-challenge';
import { tokenExpired } from './token-failures';

/** Errors of RFC 6749, section 5.2, and RFC 6750, section 3.1, by the names they have there. */
const CODES: Readonly<Record<string, StandardErrorCode>> = {
  unauthorized_request: 'AUTH_TOKEN_MISSING',
  invalid_token: 'AUTH_TOKEN_INVALID',
  insufficient_scope: 'AUTH_INSUFFICIENT_SCOPE',
  invalid_client: 'AUTH_CLIENT_INVALID',
  invalid_grant: 'AUTH_CLIENT_INVALID',
  access_denied: 'PERMISSION_DENIED',
  invalid_request: 'BAD_REQUEST',
  invalid_scope: 'BAD_REQUEST',
  unauthorized_client: 'BAD_REQUEST',
  unsupported_grant_type: 'BAD_REQUEST',
  unsupported_response_type: 'BAD_REQUEST',
};

const EXPIRED = /"exp" claim timestamp check failed|token has expired/;

/**
 * Servers of OAuth: express-oauth2-jwt-bearer (resources) and @node-oauth/oauth2-server
 * (authorization). What an OAuth *client* throws tells of this API's own credentials with
 * another server: that is no failure of the caller, and is not mapped here.
 */
export const oauthMapper: ErrorMapper = (thrown, context) => {
  if (!isThrownError(thrown)) return undefined;
  const error = ofResourceServer(thrown) ?? ofAuthorizationServer(thrown);
  const code = error !== undefined && Object.hasOwn(CODES, error) ? CODES[error] : undefined;
  if (code === undefined) return undefined;
  if (error === 'invalid_token' && EXPIRED.test(readText(thrown, 'message') ?? '')) {
    return tokenExpired(undefined, thrown, context);
  }
  return context.record(code, {
    details: code === 'BAD_REQUEST' ? { error } : undefined,
    headers: code === 'AUTH_INSUFFICIENT_SCOPE' ? scopeChallenge(thrown) : undefined,
    cause: thrown,
  });
};

/** It brings its challenge along; without an error in it, no token was sent. */
function ofResourceServer(thrown: Error): string | undefined {
  const status = readInteger(thrown, 'statusCode');
  if (status === undefined || status < 400 || status > 403) return undefined;
  if (challengeOf(thrown) === undefined) return undefined;
  return readText(thrown, 'code') ?? (status === 401 ? 'unauthorized_request' : undefined);
}

/** Its `name` is the error, and its `code` the status. */
function ofAuthorizationServer(thrown: Error): string | undefined {
  const status = readInteger(thrown, 'status');
  const isClientError = status !== undefined && status >= 400 && status <= 499;
  const isTold =
    status === readInteger(thrown, 'statusCode') && status === readInteger(thrown, 'code');
  return isClientError && isTold ? readText(thrown, 'name') : undefined;
}

function challengeOf(thrown: Error): string | undefined {
  const value = readText(readMember(thrown, 'headers'), 'WWW-Authenticate');
  return value !== undefined && /^(?:Bearer|DPoP)\b/.test(value) ? value : undefined;
}

/** Only the scope is taken over: other texts may tell how the token was checked. */
function scopeChallenge(thrown: Error): Readonly<Record<string, string>> {
  const scope = /\bscope="([^"]*)"/.exec(challengeOf(thrown) ?? '')?.[1];
  const description = 'The access token lacks a required scope';
  return {
    'WWW-Authenticate': bearerChallenge({ error: 'insufficient_scope', description, scope }),
  };
}
