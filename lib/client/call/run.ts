import type { ApiError, ApiFailure } from '../errors/api-error';
import { attempt } from './attempt';
import type { Call, Shared } from './call';
import { sleep } from './guard';
import { nextWaitMs } from './next-wait';

/** Sends a call until it succeeds, or nothing speaks for another attempt. */
export async function run(shared: Shared, call: Call): Promise<unknown> {
  const { options, pacer, emit } = shared;
  const { signal, source } = call;
  for (;;) {
    await sleep(pacer && pacer.waitMs(call), signal, options.clock);
    try {
      const value = await attempt(shared, call);
      shared.budget = Math.min(shared.budget + 0.1, options.retryBudget);
      return value;
    } catch (thrown) {
      const error = thrown as ApiError & ApiFailure;
      const waitMs = await nextWaitMs(shared, call, error);
      const time = new Date(options.clock.now()).toISOString();
      const event = { time, attempt: call.attempts, error, waitMs };
      emit(waitMs === undefined ? 'error' : 'retry', () => event);
      const { failed } = call;
      if (waitMs === undefined) {
        // As with `fetch`, a status is an answer, and an abort rejects with its reason.
        if (source && failed) return failed;
        throw source && signal?.aborted ? signal.reason : error;
      }
      if (source) failed?.body?.cancel().catch(() => {});
      await sleep(waitMs, signal, options.clock);
    }
  }
}
