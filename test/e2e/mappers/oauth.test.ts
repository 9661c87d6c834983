import { sign, verify } from 'jsonwebtoken';
import { CANARY, describeRows, type ExpectedAnswer, type FailureRow } from './failure-row';
import { EXPIRED, EXPIRED_AT, EXPIRED_ONCE, INVALID, MISSING } from './token-answers';

/** Errors of packages that are not installed here, member by member as those packages make them. */
function errorLike(name: string, message: string, members: object): Error {
  return Object.assign(new Error(message), { name, ...members });
}

/** express-oauth2-jwt-bearer 1.10 */
function bearerError(status: number, code?: string, scope?: string, message = CANARY): Error {
  const parameters = code === undefined ? '' : `, error="${code}", error_description="${message}"`;
  const scopes = scope === undefined ? '' : `, scope="${scope}"`;
  const headers = { 'WWW-Authenticate': `Bearer realm="api"${parameters}${scopes}` };
  const members = { status, statusCode: status, headers, ...(code && { code }) };
  return errorLike('UnauthorizedError', message, members);
}

/** @node-oauth/oauth2-server 5 */
function oauthError(name: string, code: number, message = CANARY): Error {
  return errorLike(name, message, { code, status: code, statusCode: code });
}

/** express-jwt 8 */
function expressJwtError(code: string, inner: unknown = { message: CANARY }): Error {
  return errorLike('UnauthorizedError', CANARY, { code, status: 401, inner });
}

/** @fastify/jwt 10 makes FastifyErrors; fast-jwt beneath it knows no status. */
function fastifyJwtError(code: string, statusCode?: number): Error {
  const members = { code, ...(statusCode !== undefined && { statusCode }) };
  return errorLike(statusCode === undefined ? 'Error' : 'FastifyError', CANARY, members);
}

/** What jsonwebtoken says of a token that is not good. */
function refusal(token: string, key: string): unknown {
  try {
    return verify(token, key);
  } catch (error) {
    return error;
  }
}

const row = (source: string, failure: string, error: Error, expected: ExpectedAnswer) => {
  const raise = () => Promise.reject(error);
  return { source, failure, raise, ...expected };
};
const oauth = (error: string, status: number, expected: ExpectedAnswer, message?: string) =>
  row('@node-oauth/oauth2-server', error, oauthError(error, status, message), expected);
const bearer = (failure: string, error: Error, expected: ExpectedAnswer) =>
  row('express-oauth2-jwt-bearer', failure, error, expected);
const expressJwt = (failure: string, expected: ExpectedAnswer, inner?: unknown) =>
  row('express-jwt', failure, expressJwtError(failure, inner), expected);
const fastifyJwt = (code: string, status: number | undefined, expected: ExpectedAnswer) =>
  row('@fastify/jwt', code, fastifyJwtError(code, status), expected);

const CLIENT: ExpectedAnswer = { code: 'AUTH_CLIENT_INVALID' };
const BUG: ExpectedAnswer = { code: 'INTERNAL_ERROR' };
const badRequest = (error: string): ExpectedAnswer => ({ code: 'BAD_REQUEST', details: { error } });
const scopeChallenge = (scope: string): ExpectedAnswer => ({
  code: 'AUTH_INSUFFICIENT_SCOPE',
  headers: {
    'www-authenticate': `Bearer error="insufficient_scope", error_description="The access token lacks a required scope"${scope}`,
  },
});

const expired = refusal(sign({ exp: EXPIRED_AT }, CANARY), CANARY);

const rows: readonly FailureRow[] = [
  bearer('no token', bearerError(401), MISSING),
  bearer('invalid_token', bearerError(401, 'invalid_token'), INVALID),
  bearer(
    'an expired token',
    bearerError(401, 'invalid_token', undefined, '"exp" claim timestamp check failed'),
    EXPIRED_ONCE,
  ),
  bearer(
    'insufficient_scope',
    bearerError(403, 'insufficient_scope', 'read:events write:events'),
    scopeChallenge(', scope="read:events write:events"'),
  ),
  bearer(
    'a scope that is no scope',
    bearerError(403, 'insufficient_scope', `a\\b ${CANARY}`),
    scopeChallenge(''),
  ),
  bearer('invalid_request', bearerError(400, 'invalid_request'), badRequest('invalid_request')),
  oauth('unauthorized_request', 401, MISSING),
  oauth('invalid_token', 401, INVALID),
  oauth('invalid_token', 401, EXPIRED_ONCE, 'Invalid token: access token has expired'),
  oauth('insufficient_scope', 403, scopeChallenge('')),
  oauth('invalid_client', 400, CLIENT),
  oauth('invalid_grant', 400, CLIENT),
  oauth('access_denied', 400, { code: 'PERMISSION_DENIED' }),
  oauth('invalid_scope', 400, badRequest('invalid_scope')),
  oauth('unauthorized_client', 400, badRequest('unauthorized_client')),
  oauth('unsupported_grant_type', 400, badRequest('unsupported_grant_type')),
  oauth('unsupported_response_type', 400, badRequest('unsupported_response_type')),
  oauth('server_error', 503, BUG),
  oauth('constructor', 400, BUG),
  row(
    'an OAuth client',
    'invalid_client of another server',
    errorLike('ResponseBodyError', CANARY, { error: 'invalid_client', status: 401, code: CANARY }),
    BUG,
  ),
  expressJwt('credentials_required', MISSING),
  expressJwt('credentials_bad_scheme', INVALID),
  expressJwt('credentials_bad_format', INVALID),
  expressJwt('revoked_token', INVALID),
  expressJwt('invalid_token', EXPIRED, expired),
  expressJwt('invalid_token', INVALID, refusal(CANARY, CANARY)),
  expressJwt('invalid_token', INVALID, new SyntaxError(CANARY)),
  expressJwt('invalid_token', BUG, refusal(sign({}, CANARY), '')),
  expressJwt(CANARY, BUG),
  fastifyJwt('FST_JWT_NO_AUTHORIZATION_IN_HEADER', 401, MISSING),
  fastifyJwt('FST_JWT_NO_AUTHORIZATION_IN_COOKIE', 401, MISSING),
  fastifyJwt('FST_JWT_AUTHORIZATION_TOKEN_EXPIRED', 401, EXPIRED_ONCE),
  fastifyJwt('FST_JWT_AUTHORIZATION_TOKEN_INVALID', 401, INVALID),
  fastifyJwt('FST_JWT_AUTHORIZATION_TOKEN_UNTRUSTED', 401, INVALID),
  fastifyJwt('FST_JWT_BAD_REQUEST', 400, { code: 'BAD_REQUEST' }),
  fastifyJwt('FAST_JWT_MISSING_SIGNATURE', 401, INVALID),
  fastifyJwt('FAST_JWT_INACTIVE', undefined, INVALID),
  fastifyJwt('FAST_JWT_EXPIRED', undefined, EXPIRED_ONCE),
  fastifyJwt('FAST_JWT_KEY_FETCHING_ERROR', undefined, { code: 'SERVICE_UNAVAILABLE' }),
  fastifyJwt('FAST_JWT_INVALID_OPTION', undefined, BUG),
];

describeRows('A token that a server of OAuth refuses', rows);
