/** How many failures of one kind are logged; the rest are counted. */
export interface LogBurst {
  /** Lines of one code and handler in a window. */
  readonly limit: number;
  readonly windowMs: number;
}

interface Window {
  startMs: number;
  count: number;
}

const MAX_KINDS = 1_000;

/** Lets a flood of the same failure through as a few lines, and says how many it held back. */
export class FloodGate {
  readonly #windows = new Map<string, Window>();

  constructor(
    private readonly burst: LogBurst,
    private readonly clock: () => number = Date.now,
  ) {}

  /** @returns undefined for a failure to hold back, else the number held back before it */
  admit(kind: string): number | undefined {
    const nowMs = this.clock();
    const window = this.#windows.get(kind) ?? this.#open(kind, nowMs);
    if (nowMs - window.startMs >= this.burst.windowMs || nowMs < window.startMs) {
      const heldBack = Math.max(0, window.count - this.burst.limit);
      window.startMs = nowMs;
      window.count = 1;
      return heldBack;
    }
    return ++window.count <= this.burst.limit ? 0 : undefined;
  }

  /** The oldest kind makes room: codes are few, but mappers may make them up. */
  #open(kind: string, startMs: number): Window {
    if (this.#windows.size >= MAX_KINDS) {
      this.#windows.delete(this.#windows.keys().next().value as string);
    }
    const window = { startMs, count: 0 };
    this.#windows.set(kind, window);
    return window;
  }
}
