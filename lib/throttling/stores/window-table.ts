const FIRST_CAPACITY = 1024;

/**
 * Windows by key, in parallel arrays: 16 bytes a window beside its key. A window that has ended is
 * as good as none; a sweep that comes by takes its place back.
 */
export class WindowTable {
  readonly #slots = new Map<string, number>();
  readonly #keys: (string | undefined)[] = [];
  readonly #free: number[] = [];
  #counts = new Uint32Array(FIRST_CAPACITY);
  #spansMs = new Uint32Array(FIRST_CAPACITY);
  #endsAtMs = new Float64Array(FIRST_CAPACITY);
  #cursor = 0;

  get size(): number {
    return this.#slots.size;
  }

  find(key: string): number | undefined {
    return this.#slots.get(key);
  }

  /** A slot for a new key; its window has yet to start. */
  add(key: string): number {
    const slot = this.#free.pop() ?? this.#keys.length;
    if (slot >= this.#counts.length) this.#grow();
    this.#keys[slot] = key;
    this.#slots.set(key, slot);
    this.#endsAtMs[slot] = Number.NEGATIVE_INFINITY;
    return slot;
  }

  isRunning(slot: number, nowMs: number): boolean {
    const leftMs = this.endsAtMs(slot) - nowMs;
    const spanMs = this.#spansMs[slot] as number;
    // More left than the whole span: the clock was set back. The window begins again, its count stays.
    if (leftMs > spanMs) this.#endsAtMs[slot] = nowMs + spanMs;
    return leftMs > 0;
  }

  count(slot: number): number {
    return this.#counts[slot] as number;
  }

  endsAtMs(slot: number): number {
    return this.#endsAtMs[slot] as number;
  }

  start(slot: number, spanMs: number, nowMs: number): void {
    this.#counts[slot] = 0;
    this.#spansMs[slot] = spanMs;
    this.#endsAtMs[slot] = nowMs + spanMs;
  }

  setCount(slot: number, count: number): void {
    this.#counts[slot] = count;
  }

  /** Lets a running window last at least `spanMs` from now. */
  prolong(slot: number, spanMs: number, nowMs: number): void {
    if (nowMs + spanMs <= this.endsAtMs(slot)) return;
    this.#spansMs[slot] = spanMs;
    this.#endsAtMs[slot] = nowMs + spanMs;
  }

  /** Looks at the next few slots and frees those whose window has ended. */
  sweep(steps: number, nowMs: number): void {
    for (let step = 0; step < steps; step++) {
      if (++this.#cursor >= this.#keys.length) this.#cursor = 0;
      const key = this.#keys[this.#cursor];
      if (key === undefined || this.isRunning(this.#cursor, nowMs)) continue;
      this.#slots.delete(key);
      this.#keys[this.#cursor] = undefined;
      this.#free.push(this.#cursor);
    }
  }

  #grow(): void {
    this.#counts = copyInto(new Uint32Array(this.#counts.length * 2), this.#counts);
    this.#spansMs = copyInto(new Uint32Array(this.#spansMs.length * 2), this.#spansMs);
    this.#endsAtMs = copyInto(new Float64Array(this.#endsAtMs.length * 2), this.#endsAtMs);
  }
}

function copyInto<Values extends Uint32Array | Float64Array>(
  target: Values,
  source: Values,
): Values {
  target.set(source);
  return target;
}
