import type { Call } from '../call/call';
import { retryAfterMs } from '../call/retry-after';
import { RETRY_MATRIX } from '../call/retry-matrix';
import { describe } from '../call/send';
import { type Action, type ApiFailure, BRAND } from './api-error';
import { codeForStatus } from './code-for-status';
import { parseErrorBody } from './error-body';
import { parseJson, table } from './json';
import { CANNOT_HEAL, factsOf, networkCode } from './network-failure';
import { textFor } from './text-for';

/** Hints for developers, by code or status; the Engagifii guide's. */
const RESOLUTIONS = /* @__PURE__ */ table({
  AUTH_TOKEN_EXPIRED: 'Refresh authentication token',
  VALIDATION_FAILED: 'Check request payload against API documentation',
  404: 'Verify resource ID and endpoint path',
});

/** The failure of an attempt: by its answer, or by what was thrown instead of one. */
export function createApiError(
  call: Call,
  thrown: unknown,
  isSent: boolean,
  waitMs: number | undefined,
): ApiFailure {
  const { aborted, reason } = call.signal ?? {};
  const cause: unknown = aborted ? reason : thrown;
  if (aborted) call.failed_ = undefined;
  const { failed_, auth } = call;
  const { status = 0, headers = new Headers() } = failed_ ?? {};
  const facts = failed_ ? '' : factsOf(cause);
  const body = failed_ && parseErrorBody(parseJson(call.text_));
  const code = waitMs
    ? 'CIRCUIT_OPEN'
    : !failed_
      ? networkCode(call, cause, facts, isSent)
      : (body?.code ??
        (auth?.bare401 && status === 401
          ? 'AUTH_TOKEN_EXPIRED'
          : codeForStatus(status, headers.get('www-authenticate'))));
  const isFinal = aborted || (!status && /^R/.test(code)) || CANNOT_HEAL.test(facts);
  const action = isFinal ? 'FATAL' : actionFor(code, status);
  const temporary = action === 'RETRY';
  const nowMs = call.now_();
  const error = Object.assign(
    new Error(textFor(status, code), { cause }),
    { details: undefined, fields: {} },
    body,
    {
      ...{ name: 'ApiError', [BRAND]: true, code, status: status || undefined, action, temporary },
      attempts: call.attempts_,
      traceId: body?.traceId ?? headers.get('x-trace-id') ?? undefined,
      timestamp: body?.timestamp ?? new Date(nowMs).toISOString(),
      retryAfterMs: waitMs ?? retryAfterMs(status, headers, body?.details, body?.timestamp, nowMs),
      retryable: temporary && (code in RETRY_MATRIX || status in RETRY_MATRIX),
      resolution: RESOLUTIONS[code] ?? RESOLUTIONS[status],
      request: describe(call),
    },
  );
  // Headers may hold cookies, which a printed error must not show.
  return Object.defineProperty(error, 'headers', { value: headers }) as unknown as ApiFailure;
}

/** The Engagifii guide's rules; only a token that was refused can be helped by a new one. */
function actionFor(code: string, status: number): Action {
  if (/^AUTH_TOKEN_(EX|INV)/.test(code)) return 'REFRESH_TOKEN';
  return !status || status > 499 || status === 429 ? 'RETRY' : 'USER_ACTION';
}
