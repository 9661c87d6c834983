import { STATE_CELLS } from '../algorithms/algorithm';
import { Blocks } from './blocks';
import { flatCopy } from './flat-copy';
import { OwnTime } from './own-time';

const FIRST_CAPACITY = 1_024;
/** The state of an algorithm, and until when the slot is kept: together in one line of the cache. */
const STRIDE = STATE_CELLS + 1;

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
  readonly #blocks = new Blocks();
  #cells = new Float64Array(FIRST_CAPACITY * STRIDE);
  #cursor = 0;
  #lastGroup: string | undefined;
  #lastKeys: Map<string, number> | undefined;

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
    return this.#keysOf(group)?.get(key);
  }

  /** A slot for a new key, as one that was never seen. */
  add(group: string, key: string): number {
    const slot = this.#free.pop() ?? this.#keys.length;
    if (slot * STRIDE >= this.#cells.length) this.#grow();
    let keys = this.#keysOf(group);
    if (keys === undefined) {
      this.#slots.set(group, (keys = new Map()));
      this.#lastKeys = keys;
    }
    const ownKey = flatCopy(key);
    keys.set(ownKey, slot);
    this.#groups[slot] = keys;
    this.#keys[slot] = ownKey;
    this.#cells.fill(0, slot * STRIDE, (slot + 1) * STRIDE);
    return slot;
  }

  remove(slot: number): void {
    this.#groups[slot]?.delete(this.#keys[slot] as string);
    this.#groups[slot] = undefined;
    this.#keys[slot] = undefined;
    this.#blocks.forget(slot);
    this.#free.push(slot);
  }

  /** Keeps a slot at least this long. */
  keep(slot: number, forMs: number): void {
    const untilMs = this.time.nowMs + forMs;
    const cell = slot * STRIDE + STATE_CELLS;
    if (untilMs > (this.#cells[cell] as number)) this.#cells[cell] = untilMs;
  }

  /** Keeps a slot no longer than this. */
  release(slot: number, afterMs: number): void {
    this.#cells[slot * STRIDE + STATE_CELLS] = this.time.nowMs + afterMs;
  }

  blockLeftMs(slot: number): number {
    return this.#blocks.leftMs(slot, this.time.nowMs);
  }

  /** Blocks a slot, and keeps it for a while after. */
  block(slot: number, forMs: number, keptAfterMs: number): void {
    this.#blocks.set(slot, this.time.nowMs + forMs);
    this.keep(slot, forMs + keptAfterMs);
  }

  /** Counts a violation that blocks. @returns how many came before it and are not forgotten */
  strike(slot: number): number {
    if (this.#isExpired(slot)) this.#blocks.forget(slot);
    return this.#blocks.strike(slot);
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

  #keysOf(group: string): Map<string, number> | undefined {
    if (group !== this.#lastGroup) {
      this.#lastGroup = group;
      this.#lastKeys = this.#slots.get(group);
    }
    return this.#lastKeys;
  }

  #isExpired(slot: number): boolean {
    return (this.#cells[slot * STRIDE + STATE_CELLS] as number) <= this.time.nowMs;
  }

  #grow(): void {
    const cells = new Float64Array(this.#cells.length * 2);
    cells.set(this.#cells);
    this.#cells = cells;
  }
}
