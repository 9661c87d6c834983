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
  const { $client, $source, clock, signal } = call;
  const timers = clock ?? (globalThis as unknown as Clock);
  // Node 20 takes six microseconds to make a signal. Once an answer is read to its end, no fetch of
  // a platform heeds its signal any more: the next call may have it. Other fetches might.
  const isReusable = !($source || call.fetch || clock || signal);
  const controller = (isReusable && $client.$spare) || new AbortController();
  $client.$spare = undefined;
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
    void work?.(call, stop).then(
      settle((value) => {
        // Not for ever, since runtimes leave their listeners on a signal for a while.
        if (isReusable && !stop.aborted && ++$client.$spared % 32) $client.$spare = controller;
        resolve(value);
      }),
      settle(reject),
    );
  });
}
