import { Blocks } from './blocks';
import { KeySlots, UNSEEN } from './key-slots';
import { OwnTime } from './own-time';
import { KEPT_UNTIL } from './slot-pages';

/**
 * Slots for keys, each kept until nothing in it counts any more. A slot that has expired is as good
 * as none; a sweep that comes by takes its place back.
 */
export class KeyTable {
  readonly time = new OwnTime();
  readonly slots = new KeySlots();
  readonly #blocks = new Blocks();
  #cursor = UNSEEN;

  get size(): number {
    return this.slots.size;
  }

  /** The numbers of a slot stand here, from `cellOf()` on. */
  cells(slot: number): Float64Array {
    return this.slots.pages.cells(slot);
  }

  cellOf(slot: number): number {
    return this.slots.pages.cellOf(slot);
  }

  remove(slot: number): void {
    this.slots.remove(slot);
    this.#blocks.forget(slot);
    // A slot that is free never expires.
    this.cells(slot)[this.cellOf(slot) + KEPT_UNTIL] = Number.POSITIVE_INFINITY;
  }

  /** Keeps a slot at least this long. */
  keep(slot: number, forMs: number): void {
    const untilMs = this.time.nowMs + forMs;
    const cells = this.cells(slot);
    const at = this.cellOf(slot) + KEPT_UNTIL;
    if (untilMs > (cells[at] as number)) cells[at] = untilMs;
  }

  /** Keeps a slot no longer than this after its block. */
  release(slot: number, afterBlockMs: number): void {
    const untilMs = this.#blocks.endsAtMs(slot) + afterBlockMs;
    this.cells(slot)[this.cellOf(slot) + KEPT_UNTIL] = untilMs;
  }

  blockLeftMs(slot: number): number {
    const endsAtMs = this.#blocks.endsAtMs(slot);
    return endsAtMs === 0 ? 0 : Math.max(0, endsAtMs - this.time.nowMs);
  }

  /** Blocks a slot, and keeps it for a while after. */
  block(slot: number, forMs: number, keptAfterMs: number): void {
    this.#blocks.set(slot, this.time.nowMs + forMs);
    this.keep(slot, forMs + keptAfterMs);
  }

  /**
   * Counts a violation that blocks.
   * @param rememberedMs for how long after its end a block still counts
   * @returns how many came before it and are not forgotten
   */
  strike(slot: number, rememberedMs: number): number {
    if (this.time.nowMs >= this.#blocks.endsAtMs(slot) + rememberedMs) this.#blocks.forget(slot);
    return this.#blocks.strike(slot);
  }

  lift(slot: number): void {
    this.#blocks.forget(slot);
  }

  /** Looks at the next few slots and frees those that have expired. */
  sweep(steps: number): void {
    const { last } = this.slots;
    if (last === UNSEEN) return;
    const { nowMs } = this.time;
    for (let step = 0; step < steps; step++) {
      if (++this.#cursor > last) this.#cursor = UNSEEN + 1;
      const slot = this.#cursor;
      const untilMs = this.cells(slot)[this.cellOf(slot) + KEPT_UNTIL] as number;
      if (untilMs <= nowMs) this.remove(slot);
    }
  }
}
