import type { Clock } from './clock';
import { MAX_TIMER_MS } from './retry-matrix';

/**
 * Runs work that is stopped after a time or by a signal. It rejects at once, even where the work
 * does not listen to the signal that it is given.
 */
export function guard<T>(
  work: (signal: AbortSignal) => Promise<T>,
  timeoutMs: number,
  signal: AbortSignal | undefined,
  clock: Clock,
): Promise<T> {
  const controller = new AbortController();
  return new Promise((resolve, reject) => {
    const end = wait(timeoutMs, signal, clock, () => {
      const reason: unknown = signal?.aborted
        ? signal.reason
        : new DOMException('', 'TimeoutError');
      reject(reason);
      controller.abort(reason);
    });
    work(controller.signal).then(resolve, reject).finally(end);
  });
}

/** Ends after a time, or as soon as the signal aborts. */
export async function sleep(ms: number | false, signal: AbortSignal | undefined, clock: Clock) {
  if (ms) await new Promise<void>((resolve) => wait(ms, signal, clock, resolve));
}

/** Calls back once, after a time or on abort, unless it is ended before. */
function wait(ms: number, signal: AbortSignal | undefined, clock: Clock, done: () => void) {
  const end = () => {
    clock.clearTimeout(timer);
    signal?.removeEventListener('abort', finish);
  };
  const finish = () => {
    end();
    done();
  };
  const timer = ms <= MAX_TIMER_MS ? clock.setTimeout(finish, ms) : undefined;
  signal?.addEventListener('abort', finish);
  if (signal?.aborted) finish();
  return end;
}
