import type { MapperContext } from '../record/error-mapper';
import type { ErrorRecord } from '../record/error-record';

const HINT = 'Request new token using refresh token or client credentials';

/** @param expiredAt a Date or a NumericDate (seconds, RFC 7519); anything else is left out */
export function tokenExpired(
  expiredAt: unknown,
  cause: unknown,
  context: MapperContext,
): ErrorRecord {
  const at = toIsoSeconds(expiredAt);
  const details = { ...(at !== undefined && { expiredAt: at }), hint: HINT };
  return context.record('AUTH_TOKEN_EXPIRED', { details, cause });
}

export function tokenInvalid(cause: unknown, context: MapperContext): ErrorRecord {
  return context.record('AUTH_TOKEN_INVALID', { cause });
}

export function tokenMissing(cause: unknown, context: MapperContext): ErrorRecord {
  return context.record('AUTH_TOKEN_MISSING', { cause });
}

/** The keys to verify a token with cannot be had: the token may be as good as any. */
export function keysUnavailable(cause: unknown, context: MapperContext): ErrorRecord {
  return context.record('SERVICE_UNAVAILABLE', { origin: 'dependency', cause });
}

function toIsoSeconds(moment: unknown): string | undefined {
  const date = typeof moment === 'number' ? new Date(moment * 1_000) : moment;
  if (!(date instanceof Date) || Number.isNaN(date.getTime())) return undefined;
  return `${date.toISOString().slice(0, 19)}Z`;
}
