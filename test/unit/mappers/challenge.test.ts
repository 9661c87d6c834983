import { describe, expect, it } from 'vitest';
import { bearerChallenge } from '../../../lib/authentication/bearer-challenge';
import { challenge } from '../../../lib/authentication/challenge';
import { mapperContext } from './mapper-context';

const { record } = mapperContext();
const valueFor = (code: string, changes = {}) =>
  challenge(record(code, changes)).headers?.['WWW-Authenticate'];

describe('The challenge of a 401', () => {
  it.each([
    ['AUTH_TOKEN_MISSING', 'Bearer'],
    ['AUTH_CLIENT_INVALID', 'Bearer'],
    [
      'AUTH_TOKEN_EXPIRED',
      'Bearer error="invalid_token", error_description="The access token expired"',
    ],
    [
      'AUTH_TOKEN_INVALID',
      'Bearer error="invalid_token", error_description="The access token is invalid"',
    ],
  ])('of %s is %s', (code, value) => {
    expect(valueFor(code)).toBe(value);
  });

  it('is bare for a code of the application', () => {
    expect(valueFor('SESSION_OVER', { status: 401 })).toBe('Bearer');
  });

  it('names a lack of scope, which is a 403', () => {
    expect(valueFor('AUTH_INSUFFICIENT_SCOPE')).toBe(
      'Bearer error="insufficient_scope", error_description="The access token lacks a required scope"',
    );
  });

  it.each(['PERMISSION_DENIED', 'RESOURCE_NOT_FOUND', 'INTERNAL_ERROR'])(
    'is not given with %s',
    (code) => {
      expect(valueFor(code)).toBeUndefined();
    },
  );

  it('stands beside other headers', () => {
    const headers = { 'Retry-After': '7' };

    expect(challenge(record('AUTH_TOKEN_MISSING', { headers })).headers).toEqual({
      'Retry-After': '7',
      'WWW-Authenticate': 'Bearer',
    });
  });

  it('never replaces one that the record has', () => {
    const own = record('AUTH_TOKEN_MISSING', { headers: { 'www-authenticate': 'Basic' } });

    expect(challenge(own)).toBe(own);
  });

  it.each([
    ['read', ', scope="read"'],
    ['read:a write:b', ', scope="read:a write:b"'],
    ['', ''],
    ['a"b', ''],
    ['a\\b', ''],
    ['a\r\nSet-Cookie: b', ''],
    ['a  b', ''],
    ['x'.repeat(1_001), ''],
  ])('has the scope %j as far as it is one', (scope, told) => {
    const value = bearerChallenge({ error: 'insufficient_scope', description: 'No', scope });

    expect(value).toBe(`Bearer error="insufficient_scope", error_description="No"${told}`);
  });
});
