import { createApiError } from '../errors/create-api-error';
import { noop } from '../noop';
import type { Call } from './call';
import { pauseMs } from './pacer';
import { send } from './send';
import { within } from './within';

/** @throws ApiError whatever went wrong */
export async function attempt(call: Call): Promise<unknown> {
  const { signal, $endMs, $attempts, $reserve } = call;
  const pause = pauseMs(call);
  if (pause > 0) await within(call, pause).catch(noop);
  call.$failed = undefined;
  call.$text = '';
  const settle = signal?.aborted ? noop : call.$admit(call.$origin);
  let cause: unknown;
  try {
    if (typeof settle === 'function') {
      const ms = Math.min(call.timeoutMs || $endMs, $endMs - call.$now());
      const value = await within(call, ms, (stop) => send(call, stop));
      if (!call.$failed) {
        settle(true);
        $reserve.$left = Math.min($reserve.$left + 0.1, call.retryBudget);
        return value;
      }
    }
  } catch (thrown) {
    cause = thrown;
  }
  const error = createApiError(
    call,
    cause,
    call.$attempts > $attempts,
    typeof settle === 'number' ? settle : undefined,
  );
  // What was not sent, and what the caller gave up, says nothing about the origin.
  const { status, code } = error;
  const isFault = status ? status > 499 : call.$attempts > $attempts && !/^(A|REQ)/.test(code);
  call.$isOpen = typeof settle === 'function' && settle(isFault ? false : undefined, !!status);
  throw error;
}
