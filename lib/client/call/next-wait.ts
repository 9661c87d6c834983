import type { ApiError, ApiFailure } from '../errors/api-error';
import { own } from '../errors/json';
import { rulesOf } from '../resolve-options';
import { isStream } from './body';
import type { Call, Shared } from './call';
import { guard } from './guard';
import { KEY, newKey } from './headers';
import { MAX_TIMER_MS, RETRY_MATRIX } from './retry-matrix';

/** Decides about a failed attempt: the wait before the next one, or undefined for none. */
export async function nextWaitMs(
  shared: Shared,
  call: Call,
  error: ApiFailure & ApiError,
): Promise<number | undefined> {
  const { clock, random, recovery, maxRetryAfterMs, reducePayload } = shared.options;
  const { given, repeats, headers, signal, endMs } = call;
  const { code, status = 0, retryAfterMs } = error;
  const rules = given.retry === undefined ? shared.rules : rulesOf(shared.options, given.retry);
  const key = own(recovery, code) === undefined && own(rules, code) === undefined ? status : code;
  const rule = own(recovery, `${key}`) ?? own(rules, `${key}`);
  const isGuess = status === 401 && call.isBare && shared.options.auth?.bare401;
  const asked = typeof rule === 'function' ? await rule(error) : rule;
  const decided = isGuess ? 'REFRESH_TOKEN' : asked;
  if (typeof decided === 'string') Object.assign(error, { action: decided });
  if (!decided || /^[UF]/.test(`${decided}`) || isStream(call.body) || signal?.aborted)
    return undefined;

  if (decided === 'REFRESH_TOKEN') return refresh(shared, call, error);

  const used = repeats[key] ?? 0;
  // A 4xx was refused, not carried out: any method may be repeated.
  const isSafe =
    /^[GHODT]|PUT/.test(call.method) || headers[KEY] || (status >= 400 && status < 500);
  const limit = typeof decided === 'number' ? decided : (RETRY_MATRIX[key] ?? 1);
  // Full jitter: anything from nothing up to the doubled and capped delay.
  const waitMs = retryAfterMs ?? random() * Math.min(30_000, 1_000 * 2 ** (call.attempts - 1));
  const longestMs = Math.min(given.maxRetryAfterMs ?? maxRetryAfterMs, MAX_TIMER_MS);
  if (!isSafe || used >= limit || waitMs > longestMs || clock.now() + waitMs >= endMs)
    return undefined;
  if (call.isOpen || shared.budget < 1) return undefined;
  shared.budget--;
  repeats[key] = used + 1;
  const reduced = status === 504 ? await reducePayload?.(call.body, error) : undefined;
  if (reduced !== undefined) {
    call.body = reduced;
    // Another body is another request, and so needs another key.
    if (given.idempotencyKey === true) headers[KEY] = newKey();
  }
  return waitMs;
}

/** Once a call, and no longer than the call may take. */
async function refresh(
  { renew, options: { clock } }: Shared,
  call: Call,
  error: ApiFailure,
): Promise<0 | undefined> {
  if (!renew || !call.usesToken || call.isRefreshed) return undefined;
  call.isRefreshed = true;
  try {
    await guard(() => renew(call.token), call.endMs - clock.now(), call.signal, clock);
    return 0;
  } catch (cause) {
    error.cause = cause;
    return undefined;
  }
}
