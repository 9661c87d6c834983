import { noop } from '../noop';
import { createApiError } from '../errors/create-api-error';
import type { Settle } from './breaker';
import type { Call } from './call';
import { nextWaitMs } from './next-wait';
import { pauseMs } from './pacer';
import { prepare } from './prepare';
import { send } from './send';
import { within } from './within';

/** Sends a call until it succeeds, or nothing speaks for another attempt. */
export async function run(call: Call): Promise<unknown> {
  prepare(call);
  const { $client, $source, signal } = call;
  for (let waitMs: number | undefined = 0; ;) {
    if (call.pace) waitMs = Math.max(waitMs, pauseMs(call));
    if (waitMs > 0) await within(call, waitMs).catch(noop);
    call.$failed = call.$settle = call.$openMs = undefined;
    call.$isSent = false;
    call.$text = '';
    try {
      const ms = Math.min(call.timeoutMs || Infinity, call.$endMs - call.$now());
      const value = await within(call, ms, send);
      (call.$settle as Settle | undefined)?.(true);
      $client.$left = Math.min($client.$left + 0.1, call.retryBudget);
      return value;
    } catch (thrown) {
      const error = createApiError(call, thrown);
      const { status, code } = error;
      // What was not sent, and what the caller gave up, says nothing about the origin.
      const isFault = status ? status > 499 : call.$isSent && !/^(A|REQ)/.test(code);
      const isOpen = (call.$settle as Settle | undefined)?.(isFault ? false : undefined, !!status);
      waitMs = await nextWaitMs(call, error, isOpen);
      const failed = call.$failed as Response | undefined;
      call.$emit?.(waitMs === undefined ? 'error' : 'retry', () => ({
        attempt: call.$attempts,
        ...{ error, waitMs },
      }));
      if (waitMs === undefined) {
        // As with `fetch`, a status is an answer, and an abort rejects with its reason.
        if ($source && failed) return failed;
        throw $source && signal?.aborted ? signal.reason : error;
      }
      if ($source) failed?.body?.cancel().catch(noop);
    }
  }
}
