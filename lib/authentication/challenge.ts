import type { ErrorRecord } from '../record/error-record';
import { bearerChallenge, type BearerParameters } from './bearer-challenge';

const PARAMETERS: Readonly<Record<string, BearerParameters>> = {
  AUTH_TOKEN_EXPIRED: { error: 'invalid_token', description: 'The access token expired' },
  AUTH_TOKEN_INVALID: { error: 'invalid_token', description: 'The access token is invalid' },
  AUTH_INSUFFICIENT_SCOPE: {
    error: 'insufficient_scope',
    description: 'The access token lacks a required scope',
  },
};

/**
 * Adds `WWW-Authenticate`, which every 401 must have (RFC 9110, section 15.5.2) and a lack of
 * scope should have (RFC 6750, section 3). A challenge that the record has already is kept.
 */
export function challenge(record: ErrorRecord): ErrorRecord {
  const isChallenged = record.status === 401 || record.code === 'AUTH_INSUFFICIENT_SCOPE';
  if (!isChallenged || hasChallenge(record.headers)) return record;
  const value = bearerChallenge(PARAMETERS[record.code]);
  return record.with({ headers: { ...record.headers, 'WWW-Authenticate': value } });
}

function hasChallenge(headers: ErrorRecord['headers']): boolean {
  if (headers === undefined) return false;
  return Object.keys(headers).some((name) => name.toLowerCase() === 'www-authenticate');
}
