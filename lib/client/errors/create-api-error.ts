import { retryAfterMs } from '../call/retry-after';
import { RETRY_MATRIX } from '../call/retry-matrix';
import { type Action, type ApiFailure, BRAND } from './api-error';
import type { ClientCode } from './codes';
import { codeForStatus } from './code-for-status';
import type { ErrorBody } from './error-body';
import { own } from './json';

/** Hints for developers, by code or status; the Engagifii guide's. */
const RESOLUTIONS: Readonly<Record<string, string>> = {
  AUTH_TOKEN_EXPIRED: 'Refresh authentication token',
  VALIDATION_FAILED: 'Check request payload against API documentation',
  404: 'Verify resource ID and endpoint path',
};

/** A failure as it is found. */
export interface Failure {
  /** Where no server answered. */
  readonly code?: ClientCode;
  /** A repeat cannot help. */
  readonly isFinal?: boolean;
  readonly cause?: unknown;
  readonly waitMs?: number;
  readonly response?: Response;
  readonly body?: ErrorBody | undefined;
}

export function createApiError(
  { code: clientCode, isFinal, cause, waitMs, response, body }: Failure,
  request: unknown,
  attempts: number,
  nowMs: number,
): ApiFailure {
  const { status = 0, headers = new Headers() } = response ?? {};
  const { details, fields = {}, timestamp } = body ?? {};
  const code = clientCode ?? body?.code ?? codeForStatus(status, headers.get('www-authenticate'));
  const action = isFinal ? 'FATAL' : actionFor(code, status);
  const temporary = action === 'RETRY';
  const message = body?.message ?? textFor(status, code);
  const facts = {
    ...{ name: 'ApiError', [BRAND]: true, code, status: status || undefined, details, fields },
    traceId: body?.traceId ?? headers.get('x-trace-id') ?? undefined,
    timestamp: timestamp ?? new Date(nowMs).toISOString(),
    retryAfterMs: waitMs ?? retryAfterMs(status, headers, details, timestamp, nowMs),
    ...{ attempts, action, temporary, request },
    retryable: temporary && (code in RETRY_MATRIX || status in RETRY_MATRIX),
    resolution: own(RESOLUTIONS, code) ?? own(RESOLUTIONS, `${status}`),
  };
  // Headers may hold cookies, which a printed error must not show.
  return Object.defineProperty(Object.assign(new Error(message, { cause }), facts), 'headers', {
    value: headers,
  }) as unknown as ApiFailure;
}

/** What stands for a text that the server did not give. */
export function textFor(status: number | undefined, code: string | undefined): string {
  if (code === 'NETWORK_ERROR') return 'No response from server';
  return code === 'REQUEST_ERROR'
    ? 'Error setting up request'
    : `Request failed: ${status || code}`;
}

/** The Engagifii guide's rules; only a token that was refused can be helped by a new one. */
function actionFor(code: string, status: number): Action {
  if (/^AUTH_TOKEN_(EX|INV)/.test(code)) return 'REFRESH_TOKEN';
  return !status || status >= 500 || status === 429 ? 'RETRY' : 'USER_ACTION';
}
