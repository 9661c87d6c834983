import type { Call } from './call';

/**
 * Runs work that is stopped after a time or by the caller's signal. It rejects at once, even where
 * the work does not listen to the signal that it is given. Without work it is a wait.
 */
export function within<T>(
  { clock, signal }: Pick<Call, 'clock' | 'signal'>,
  ms: number,
  work?: (stop: AbortSignal) => Promise<T>,
): Promise<T> {
  const timers = clock ?? (globalThis as Pick<NonNullable<Call['clock']>, 'setTimeout' | 'clearTimeout'>);
  const controller = new AbortController();
  let stop: () => void;
  let timer: unknown;
  return new Promise<T>((resolve, reject) => {
    stop = () => {
      const reason: unknown = signal?.aborted
        ? signal.reason
        : new DOMException('', 'TimeoutError');
      reject(reason);
      controller.abort(reason);
    };
    timer = timers.setTimeout(stop, ms);
    signal?.addEventListener('abort', stop);
    if (signal?.aborted) stop();
    else void work?.(controller.signal).then(resolve, reject);
  }).finally(() => {
    timers.clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
  });
}
