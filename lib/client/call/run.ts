import { noop } from '../noop';
import type { ApiError, ApiFailure } from '../errors/api-error';
import { attempt } from './attempt';
import type { Call } from './call';
import { nextWaitMs } from './next-wait';
import { within } from './within';

/** Sends a call until it succeeds, or nothing speaks for another attempt. */
export async function run(call: Call): Promise<unknown> {
  const { $source, signal } = call;
  for (;;) {
    try {
      return await attempt(call);
    } catch (thrown) {
      const error = thrown as ApiError & ApiFailure;
      const waitMs = await nextWaitMs(call, error);
      const { $failed, $attempts } = call;
      call.$emit(waitMs === undefined ? 'error' : 'retry', () => ({
        attempt: $attempts,
        error,
        waitMs,
      }));
      if (waitMs === undefined) {
        // As with `fetch`, a status is an answer, and an abort rejects with its reason.
        if ($source && $failed) return $failed;
        throw $source && signal?.aborted ? signal.reason : error;
      }
      if ($source) $failed?.body?.cancel().catch(noop);
      if (waitMs) await within(call, waitMs).catch(noop);
    }
  }
}
