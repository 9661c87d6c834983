import type { RatePolicy } from '../../../../lib/throttling/stores/rate-limit-store';

/** The plainest reading of the rules, in objects by key and for a clock that only moves on. */
export class ReferenceWindows {
  readonly #windows = new Map<string, { start: number; count: number; blockedUntil: number }>();

  window(key: string, policy: RatePolicy, nowMs: number) {
    const window = this.#windows.get(key);
    const hasEnded =
      !window || nowMs >= Math.max(window.start + policy.windowMs, window.blockedUntil);
    return hasEnded ? undefined : window;
  }

  consume(client: number, asked: readonly RatePolicy[], nowMs: number): boolean {
    const windows = asked.map((policy) => ({
      policy,
      key: `${policy.id}:${client}`,
      window: this.window(`${policy.id}:${client}`, policy, nowMs),
    }));
    const refusing = windows.filter(({ policy, window }) => (window?.count ?? 0) >= policy.limit);
    for (const { policy, window } of refusing) {
      if (window?.blockedUntil === 0 && policy.blockMs > 0) {
        window.blockedUntil = nowMs + policy.blockMs;
      }
    }
    if (refusing.length > 0) return false;
    for (const { key, window } of windows) {
      if (window) window.count++;
      else this.#windows.set(key, { start: nowMs, count: 1, blockedUntil: 0 });
    }
    return true;
  }
}
