import type { Clock } from '../../../../lib/client/call/clock';

/** Time that passes only when nothing else is left to do: waits of hours end at once. */
export class VirtualClock implements Clock {
  #now = Date.parse('2026-01-15T10:00:00.000Z');
  readonly #timers = new Set<{ readonly at: number; readonly task: () => void }>();

  now(): number {
    return this.#now;
  }

  setTimeout(task: () => void, ms: number): unknown {
    const timer = { at: this.#now + ms, task };
    this.#timers.add(timer);
    this.#whenIdle();
    return timer;
  }

  clearTimeout(timer: unknown): void {
    this.#timers.delete(timer as { at: number; task: () => void });
  }

  /** Lets time pass between calls. */
  pass(ms: number): void {
    this.#now += ms;
  }

  #whenIdle(): void {
    setTimeout(() => {
      const [next] = [...this.#timers].toSorted((a, b) => a.at - b.at);
      if (next === undefined) return;
      this.#timers.delete(next);
      this.#now = Math.max(this.#now, next.at);
      next.task();
      if (this.#timers.size > 0) this.#whenIdle();
    }, 2);
  }
}
