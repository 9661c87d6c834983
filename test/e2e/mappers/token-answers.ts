import type { ExpectedAnswer } from './failure-row';

const HINT = 'Request new token using refresh token or client credentials';

const refused = (description: string) => ({
  'www-authenticate': `Bearer error="invalid_token", error_description="${description}"`,
});

/** The moment at which the expired tokens of the tests expired: epoch seconds. */
export const EXPIRED_AT = Date.UTC(2024, 0, 15, 9, 30) / 1_000;

export const EXPIRED: ExpectedAnswer = {
  code: 'AUTH_TOKEN_EXPIRED',
  details: { expiredAt: '2024-01-15T09:30:00Z', hint: HINT },
  headers: refused('The access token expired'),
};

/** Of sources that do not tell when. */
export const EXPIRED_ONCE: ExpectedAnswer = { ...EXPIRED, details: { hint: HINT } };

export const INVALID: ExpectedAnswer = {
  code: 'AUTH_TOKEN_INVALID',
  headers: refused('The access token is invalid'),
};

export const MISSING: ExpectedAnswer = {
  code: 'AUTH_TOKEN_MISSING',
  headers: { 'www-authenticate': 'Bearer' },
};

/** The token may be good: nobody could look. */
export const NO_KEYS: ExpectedAnswer = {
  code: 'SERVICE_UNAVAILABLE',
  headers: { 'www-authenticate': null },
};

export const BUG: ExpectedAnswer = {
  code: 'INTERNAL_ERROR',
  headers: { 'www-authenticate': null },
};
