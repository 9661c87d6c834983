const CODES: Readonly<Record<number, string>> = {
  400: 'BAD_REQUEST',
  401: 'AUTH_CLIENT_INVALID',
  403: 'PERMISSION_DENIED',
  404: 'RESOURCE_NOT_FOUND',
  409: 'RESOURCE_CONFLICT',
  422: 'VALIDATION_FAILED',
  423: 'RESOURCE_LOCKED',
  429: 'RATE_LIMIT_EXCEEDED',
  502: 'UPSTREAM_FAILED',
  503: 'SERVICE_UNAVAILABLE',
  504: 'UPSTREAM_TIMEOUT',
};

/**
 * The code of an answer whose body names none: the server's own for a bare exception, where it is
 * one that callers act on. A challenge tells what is wrong with a token (RFC 6750, section 3);
 * without an error it says that none was sent.
 */
export function codeForStatus(status: number, challenge: string | null, isStale?: unknown): string {
  if (status === 401 && (challenge || isStale)) {
    const isExpired = isStale || /expired/.test(challenge as string);
    return `AUTH_TOKEN_${isExpired ? 'EXPIRED' : /error=/.test(challenge as string) ? 'INVALID' : 'MISSING'}`;
  }
  return CODES[status] ?? (status < 500 ? 'REQUEST_FAILED' : 'INTERNAL_ERROR');
}
