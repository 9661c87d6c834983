import type { Action, ApiError, ApiFailure } from '../errors/api-error';
import { isStream } from './body';
import type { Call } from './call';
import { KEY, newKey } from './headers';
import { RETRY_MATRIX } from './retry-matrix';
import { rulesOf } from './rules-of';
import { within } from './within';

/** Decides about a failed attempt: the wait before the next one, or undefined for none. */
export async function nextWaitMs(
  call: Call,
  error: ApiFailure & ApiError,
  isOpen: boolean | undefined,
): Promise<number | undefined> {
  const { $client, $repeats, $headers, $renew } = call;
  const { code, status = 0, action } = error;
  const remainingMs = call.$endMs - call.$now();
  const rules = rulesOf(call);
  const key = code in rules ? code : status;
  const rule = rules[key];
  const decided = typeof rule === 'function' ? await rule(error) : rule;
  if (typeof decided === 'string') (error as { action: Action }).action = decided;
  const isOver = action === 'FATAL' || /FATAL|USER_ACTION/.test(decided as string);
  if (!decided || isOver || isStream(call.body)) return undefined;
  if (decided === 'REFRESH_TOKEN') {
    // Once a call, and no longer than the call may take.
    call.$renew = undefined;
    return call.$usesToken && $renew
      ? within(call, remainingMs, () => $renew(call.$token)).then(
          () => 0,
          (cause: unknown) => void (error.cause = cause),
        )
      : undefined;
  }

  const limit = typeof decided === 'number' ? decided : (RETRY_MATRIX[key] ?? 1);
  const repeats = ($repeats[key] ??= limit);
  // A 4xx was refused, not carried out: any method may be repeated.
  const isSafe =
    /^[GHODT]|PUT/.test(call.method) || $headers[KEY] || (status > 399 && status < 500);
  // Full jitter: anything from nothing up to the doubled and capped delay.
  const waitMs =
    error.retryAfterMs ?? call.random() * Math.min(30_000, 1_000 * 2 ** (call.$attempts - 1));
  const isTooLong = waitMs > call.maxRetryAfterMs || waitMs >= remainingMs;
  if (!isSafe || repeats < 1 || isTooLong || isOpen || $client.$left < 1) return undefined;
  $client.$left--;
  $repeats[key] = repeats - 1;
  const reduced = status === 504 ? await call.reducePayload?.(call.body, error) : undefined;
  if (reduced !== undefined) {
    call.body = reduced;
    // Another body is another request, and so needs another key.
    if (call.idempotencyKey === true) $headers[KEY] = newKey();
  }
  return waitMs;
}
