import { STATE_CELLS } from '../algorithms/algorithm';
import { OwnTime } from './own-time';

const FIRST_CAPACITY = 1_024;
/** The state of an algorithm, and the end of a block. */
const STRIDE = STATE_CELLS + 1;
/** Expiry in tenths of a second of the table's own time: 32 bits last for 13 years of it. */
const TICK_MS = 100;
const LAST_TICK = 0xffff_ffff;

/** The slot that no key has: its state is that of a key that was never seen. */
export const UNSEEN = 0;

/**
 * Slots for keys: numbers in parallel arrays, no object beside the key. A slot that has expired is
 * as good as none; a sweep that comes by takes its place back.
 */
export class KeyTable {
  readonly time = new OwnTime();
  readonly #slots = new Map<string, Map<string, number>>();
  readonly #groups: (Map<string, number> | undefined)[] = [undefined];
  readonly #keys: (string | undefined)[] = [undefined];
  readonly #free: number[] = [];
  #cells = new Float64Array(FIRST_CAPACITY * STRIDE);
  #expiryTicks = new Uint32Array(FIRST_CAPACITY);
  #strikes = new Uint8Array(FIRST_CAPACITY);
  #cursor = 0;

  get size(): number {
    return this.#keys.length - this.#free.length - 1;
  }

  /** The numbers of all slots; replaced when a slot is added. */
  get cells(): Float64Array {
    return this.#cells;
  }

  cellOf(slot: number): number {
    return slot * STRIDE;
  }

  find(group: string, key: string): number | undefined {
    return this.#slots.get(group)?.get(key);
  }

  /** A slot for a new key, as one that was never seen. */
  add(group: string, key: string): number {
    const slot = this.#free.pop() ?? this.#keys.length;
    if (slot >= this.#strikes.length) this.#grow();
    let keys = this.#slots.get(group);
    if (keys === undefined) this.#slots.set(group, (keys = new Map()));
    keys.set(key, slot);
    this.#groups[slot] = keys;
    this.#keys[slot] = key;
    this.#cells.fill(0, slot * STRIDE, (slot + 1) * STRIDE);
    this.#expiryTicks[slot] = 0;
    this.#strikes[slot] = 0;
    return slot;
  }

  remove(slot: number): void {
    this.#groups[slot]?.delete(this.#keys[slot] as string);
    this.#groups[slot] = undefined;
    this.#keys[slot] = undefined;
    this.#free.push(slot);
  }

  /** Keeps a slot at least this long. */
  keep(slot: number, forMs: number): void {
    const ticks = Math.min(LAST_TICK, Math.ceil((this.time.nowMs + forMs) / TICK_MS));
    if (ticks > (this.#expiryTicks[slot] as number)) this.#expiryTicks[slot] = ticks;
  }

  /** Keeps a slot no longer than this. */
  release(slot: number, afterMs: number): void {
    this.#expiryTicks[slot] = 0;
    this.keep(slot, afterMs);
  }

  blockLeftMs(slot: number): number {
    return Math.max(0, (this.#cells[slot * STRIDE + STATE_CELLS] as number) - this.time.nowMs);
  }

  /** Blocks a slot, and keeps it for a while after. */
  block(slot: number, forMs: number, keptAfterMs: number): void {
    this.#cells[slot * STRIDE + STATE_CELLS] = this.time.nowMs + forMs;
    this.keep(slot, forMs + keptAfterMs);
  }

  /** Counts a violation that blocks. @returns how many came before it and are not forgotten */
  strike(slot: number): number {
    const strikes = this.#isExpired(slot) ? 0 : (this.#strikes[slot] as number);
    this.#strikes[slot] = Math.min(0xff, strikes + 1);
    return strikes;
  }

  /** Looks at the next few slots and frees those that have expired. */
  sweep(steps: number): void {
    for (let step = 0; step < steps; step++) {
      if (++this.#cursor >= this.#keys.length) this.#cursor = UNSEEN + 1;
      if (this.#keys[this.#cursor] !== undefined && this.#isExpired(this.#cursor)) {
        this.remove(this.#cursor);
      }
    }
  }

  #isExpired(slot: number): boolean {
    return (this.#expiryTicks[slot] as number) * TICK_MS <= this.time.nowMs;
  }

  #grow(): void {
    const capacity = this.#strikes.length * 2;
    const cells = new Float64Array(capacity * STRIDE);
    const expiryTicks = new Uint32Array(capacity);
    const strikes = new Uint8Array(capacity);
    cells.set(this.#cells);
    expiryTicks.set(this.#expiryTicks);
    strikes.set(this.#strikes);
    this.#cells = cells;
    this.#expiryTicks = expiryTicks;
    this.#strikes = strikes;
  }
}
