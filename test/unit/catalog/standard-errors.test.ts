import { StandardErrors } from 'nestjs-errors';
import { describe, expect, it } from 'vitest';
import { codeForStatus } from '../../../lib/catalog/code-for-status';
import { messageFor } from '../../../lib/catalog/error-definition';
import { retryAdviceFor } from '../../../lib/catalog/retry-advice';

describe('Built-in codes', () => {
  it.each([
    [400, 'BAD_REQUEST'],
    [401, 'AUTH_CLIENT_INVALID'],
    [402, 'REQUEST_FAILED'],
    [403, 'PERMISSION_DENIED'],
    [404, 'RESOURCE_NOT_FOUND'],
    [405, 'METHOD_NOT_ALLOWED'],
    [406, 'NOT_ACCEPTABLE'],
    [408, 'REQUEST_TIMEOUT'],
    [409, 'RESOURCE_CONFLICT'],
    [410, 'RESOURCE_DELETED'],
    [412, 'PRECONDITION_FAILED'],
    [413, 'PAYLOAD_TOO_LARGE'],
    [414, 'URI_TOO_LONG'],
    [415, 'UNSUPPORTED_MEDIA_TYPE'],
    [418, 'REQUEST_FAILED'],
    [422, 'VALIDATION_FAILED'],
    [423, 'RESOURCE_LOCKED'],
    [429, 'RATE_LIMIT_EXCEEDED'],
    [431, 'HEADERS_TOO_LARGE'],
    [499, 'CLIENT_CLOSED_REQUEST'],
    [500, 'INTERNAL_ERROR'],
    [501, 'NOT_IMPLEMENTED'],
    [502, 'UPSTREAM_FAILED'],
    [503, 'SERVICE_UNAVAILABLE'],
    [504, 'UPSTREAM_TIMEOUT'],
    [507, 'INTERNAL_ERROR'],
  ])('the status %i alone is %s', (status, code) => {
    expect(codeForStatus(status)).toBe(code);
  });

  it.each([
    [400, { strategy: 'never' }],
    [401, { strategy: 'refresh-token', maxAttempts: 1 }],
    [403, { strategy: 'never' }],
    [404, { strategy: 'never' }],
    [409, { strategy: 'if-resolved', maxAttempts: 1 }],
    [429, { strategy: 'retry-after', maxAttempts: 3 }],
    [500, { strategy: 'backoff', maxAttempts: 3 }],
    [502, { strategy: 'backoff', maxAttempts: 3 }],
    [503, { strategy: 'backoff', maxAttempts: 5 }],
    [504, { strategy: 'backoff', maxAttempts: 2, reducePayload: true }],
  ])("%i follows the Engagifii guide's retry matrix", (status, advice) => {
    expect(retryAdviceFor(status)).toEqual(advice);
  });

  it.each([
    ['AUTH_TOKEN_EXPIRED', 'Token has expired', 'Access token has expired'],
    ['VALIDATION_FAILED', 'Validation failed', 'Request validation failed'],
    [
      'RATE_LIMIT_EXCEEDED',
      'Rate limit exceeded. Please try again later.',
      'API rate limit exceeded',
    ],
    [
      'INTERNAL_ERROR',
      'An unexpected error occurred. Please try again later.',
      'An unexpected error occurred. Please try again later.',
    ],
  ] as const)('%s has the text of each guide', (code, flat, nested) => {
    const { message } = StandardErrors[code].definition;

    expect(messageFor(message, 'flat')).toBe(flat);
    expect(messageFor(message, 'nested')).toBe(nested);
  });

  it('has the text of EntryGuard for a missing token', () => {
    expect(messageFor(StandardErrors.AUTH_TOKEN_MISSING.definition.message, 'flat')).toBe(
      'Full authentication is required to access this resource',
    );
  });

  it('takes the default text for a format named like a member of Object', () => {
    expect(messageFor({ default: 'x' }, 'constructor')).toBe('x');
  });
});
