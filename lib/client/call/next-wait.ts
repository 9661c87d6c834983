import type { ApiError, ApiFailure } from '../errors/api-error';
import { rulesOf } from '../resolve-options';
import { isStream } from './body';
import type { Call } from './call';
import { KEY, newKey } from './headers';
import { MAX_TIMER_MS, RETRY_MATRIX } from './retry-matrix';
import { within } from './within';

/** Decides about a failed attempt: the wait before the next one, or undefined for none. */
export async function nextWaitMs(
  call: Call,
  error: ApiFailure & ApiError,
): Promise<number | undefined> {
  const { given_, repeats_, headers_, reserve_ } = call;
  const { code, status = 0, action } = error;
  const rules = rulesOf(call, given_.retry);
  const key = rules[code] === undefined ? status : code;
  const rule = rules[key];
  const decided = typeof rule === 'function' ? await rule(error) : rule;
  if (typeof decided === 'string') Object.assign(error, { action: decided });
  const isOver = action === 'FATAL' || /^[UF]/.test(`${decided}`) || call.signal?.aborted;
  if (!decided || isOver || isStream(call.body)) return undefined;
  if (decided === 'REFRESH_TOKEN') return refresh(call, error);

  const used = repeats_[key] ?? 0;
  // A 4xx was refused, not carried out: any method may be repeated.
  const isSafe =
    /^[GHODT]|PUT/.test(call.method) || headers_[KEY] || (status > 399 && status < 500);
  const limit = typeof decided === 'number' ? decided : (RETRY_MATRIX[key] ?? 1);
  // Full jitter: anything from nothing up to the doubled and capped delay.
  const backoffMs = call.random() * Math.min(30_000, 1_000 * 2 ** (call.attempts_ - 1));
  const waitMs = error.retryAfterMs ?? backoffMs;
  const longestMs = Math.min(call.maxRetryAfterMs, MAX_TIMER_MS, call.endMs_ - call.now_() - 1);
  if (!isSafe || used >= limit || waitMs > longestMs || call.isOpen_ || reserve_.left_ < 1)
    return undefined;
  reserve_.left_--;
  repeats_[key] = used + 1;
  const reduced = status === 504 ? await call.reducePayload(call.body, error) : undefined;
  if (reduced !== undefined) {
    call.body = reduced;
    // Another body is another request, and so needs another key.
    if (given_.idempotencyKey === true) headers_[KEY] = newKey();
  }
  return waitMs;
}

/** Once a call, and no longer than the call may take. */
async function refresh(call: Call, error: ApiFailure): Promise<0 | undefined> {
  const { renew_, token_ } = call;
  if (!renew_ || !call.usesToken_ || call.isRefreshed_) return undefined;
  call.isRefreshed_ = true;
  try {
    await within(call, call.endMs_ - call.now_(), () => renew_(token_));
    return 0;
  } catch (cause) {
    error.cause = cause;
    return undefined;
  }
}
