import type { Call } from './call';
import type { Clock } from './clock';

/**
 * Runs work that is stopped after a time or by the caller's signal. It rejects at once, even where
 * the work does not listen to the signal that it is given. Without work it is a wait.
 */
export function within<T>(
  { clock, signal }: Pick<Call, 'clock' | 'signal'>,
  ms: number,
  work?: (stop: AbortSignal) => Promise<T>,
): Promise<T> {
  const timers = clock ?? (globalThis as unknown as Clock);
  const controller = new AbortController();
  const stop = signal ? AbortSignal.any([controller.signal, signal]) : controller.signal;
  let timer: unknown;
  return new Promise<T>((resolve, reject) => {
    const end = () => reject(stop.reason as Error);
    timer = timers.setTimeout(() => {
      controller.abort(new DOMException('', 'TimeoutError'));
      end();
    }, ms);
    stop.throwIfAborted();
    // Where nobody else can stop it, a listener would cost more than the rest.
    if (signal) stop.addEventListener('abort', end);
    void work?.(stop).then(resolve, reject);
  }).finally(() => timers.clearTimeout(timer));
}
