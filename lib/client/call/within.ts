import type { Call } from './call';
import type { Clock } from './clock';

/**
 * Runs work that is stopped after a time or by the caller's signal. It rejects at once, even where
 * the work does not listen to the signal that it is given. Without work it is a wait.
 */
export function within<T>(
  call: Call,
  ms: number,
  work?: (call: Call, stop: AbortSignal) => Promise<T>,
): Promise<T> {
  const { clock, signal } = call;
  const timers = clock ?? (globalThis as unknown as Clock);
  const controller = new AbortController();
  const stop = signal ? AbortSignal.any([controller.signal, signal]) : controller.signal;
  return new Promise((resolve, reject) => {
    const stopped = () => reject(stop.reason as Error);
    const timer = timers.setTimeout(() => {
      controller.abort(new DOMException('', 'TimeoutError'));
      stopped();
    }, ms);
    const settle = (by: (value: never) => void) => (value?: unknown) => {
      timers.clearTimeout(timer);
      by(value as never);
    };
    const end = settle(stopped);
    if (stop.aborted) return end();
    // Where nobody else can stop it, a listener would cost more than the rest.
    if (signal) stop.addEventListener('abort', end);
    void work?.(call, stop).then(settle(resolve), settle(reject));
  });
}
