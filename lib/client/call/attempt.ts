import { createApiError } from '../errors/create-api-error';
import { noop } from '../noop';
import type { Call } from './call';
import { pauseMs } from './pacer';
import { send } from './send';
import { within } from './within';

/** @throws ApiError whatever went wrong */
export async function attempt(call: Call): Promise<unknown> {
  const { signal, endMs_, attempts_, reserve_ } = call;
  const pause = call.pace && pauseMs(call);
  if (pause) await within(call, pause).catch(noop);
  call.failed_ = undefined;
  call.text_ = '';
  const admitted = signal?.aborted ? noop : call.admit_(call.origin_);
  const settle = typeof admitted === 'function' && admitted;
  let cause: unknown;
  try {
    if (settle) {
      const ms = Math.min(call.timeoutMs || endMs_, endMs_ - call.now_());
      const value = await within(call, ms, (stop) => send(call, stop));
      if (!call.failed_) {
        settle(true);
        reserve_.left_ = Math.min(reserve_.left_ + 0.1, call.retryBudget);
        return value;
      }
    }
  } catch (thrown) {
    cause = thrown;
  }
  const error = createApiError(
    call,
    cause,
    call.attempts_ > attempts_,
    settle ? undefined : (admitted as number),
  );
  // What was not sent, and what the caller gave up, says nothing about the origin.
  const { status, code } = error;
  const isFault = status ? status > 499 : call.attempts_ > attempts_ && !/^(A|REQ)/.test(code);
  call.isOpen_ = settle && settle(isFault ? false : undefined, !!status);
  throw error;
}
