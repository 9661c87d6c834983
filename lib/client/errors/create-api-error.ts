import type { Call } from '../call/call';
import { retryAfterMs } from '../call/retry-after';
import { RETRY_MATRIX } from '../call/retry-matrix';
import { describe } from '../call/send';
import { orUndefined } from '../or-undefined';
import { type Action, type ApiFailure, BRAND } from './api-error';
import { codeForStatus } from './code-for-status';
import { type ErrorBody, parseErrorBody } from './error-body';
import { CANNOT_HEAL, factsOf, networkCode } from './network-failure';
import { textFor } from './text-for';

/** Hints for developers, by code or status; the Engagifii guide's. */
const RESOLUTIONS: Readonly<Record<string, string>> = {
  __proto__: null as never,
  AUTH_TOKEN_EXPIRED: 'Refresh authentication token',
  VALIDATION_FAILED: 'Check request payload against API documentation',
  404: 'Verify resource ID and endpoint path',
};

/** The failure of an attempt: by its answer, or by what was thrown instead of one. */
export function createApiError(call: Call, cause: unknown): ApiFailure {
  const isAborted = call.signal?.aborted;
  if (isAborted) call.$failed = undefined;
  const { $failed, $openMs } = call;
  const { status = 0, headers = new Headers() } = $failed ?? {};
  const facts = factsOf(cause);
  const body: Partial<ErrorBody> =
    ($failed && orUndefined(() => parseErrorBody(JSON.parse(call.$text)))) || {};
  const isStale = call.$usesToken && call.auth?.bare401;
  const code = $openMs
    ? 'CIRCUIT_OPEN'
    : !$failed
      ? networkCode(call, facts)
      : (body.code ?? codeForStatus(status, headers.get('www-authenticate'), isStale));
  const isFinal = isAborted || (!status && code.startsWith('R')) || CANNOT_HEAL.test(facts);
  const isTemporary = !status || status > 499 || status === 429;
  // The guide's rules; only a token that was refused can be helped by a new one.
  const isTokenRefused = /^AUTH_TOKEN_(EX|INV)/.test(code);
  const action: Action = isFinal
    ? 'FATAL'
    : isTokenRefused
      ? 'REFRESH_TOKEN'
      : isTemporary
        ? 'RETRY'
        : 'USER_ACTION';
  const temporary = action === 'RETRY';
  const nowMs = call.$now();
  const {
    timestamp = new Date(nowMs).toISOString(),
    traceId = headers.get('x-trace-id') ?? undefined,
  } = body;
  const error = Object.assign(new Error(textFor(status, code), { cause }), { fields: {} }, body, {
    ...{ name: 'ApiError', [BRAND]: true, code, status: status || undefined, action, temporary },
    ...{ attempts: call.$attempts, traceId, timestamp, request: describe(call) },
    retryAfterMs: $openMs ?? retryAfterMs(status, headers, body.details, timestamp, nowMs),
    retryable: temporary && (code in RETRY_MATRIX || status in RETRY_MATRIX),
    resolution: RESOLUTIONS[code] ?? RESOLUTIONS[status],
  });
  // Headers may hold cookies, which a printed error must not show.
  return Object.defineProperty(error, 'headers', { value: headers }) as unknown as ApiFailure;
}
