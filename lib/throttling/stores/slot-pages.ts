import { STATE_CELLS } from '../algorithms/algorithm';
import { TEXT_WORDS } from './key-words';

const PAGE_BITS = 9;
const PAGE_SLOTS = 1 << PAGE_BITS;

/** Of a slot in numbers of 64 bits: the state, until when it is kept, then the words of its key. */
export const KEPT_UNTIL = STATE_CELLS;
const STATE_STRIDE = STATE_CELLS + 1;
/** Of the same slot in words of 32 bits. */
export const GROUP = 2 * STATE_STRIDE;
export const LENGTH = GROUP + 1;
export const HASH = GROUP + 2;
export const TEXT = GROUP + 3;
const WORD_STRIDE = TEXT + TEXT_WORDS;
const CELL_STRIDE = WORD_STRIDE / 2;

/**
 * The numbers of all slots, 96 bytes each, in pages: a table that grows copies nothing, and reserves
 * no more than a page.
 */
export class SlotPages {
  readonly #cells: Float64Array[] = [];
  readonly #words: Int32Array[] = [];

  /** The page with the numbers of a slot, from `cellOf()` on. */
  cells(slot: number): Float64Array {
    return this.#cells[slot >> PAGE_BITS] as Float64Array;
  }

  cellOf(slot: number): number {
    return (slot & (PAGE_SLOTS - 1)) * CELL_STRIDE;
  }

  /** The page with the words of a slot, from `wordOf()` on. */
  words(slot: number): Int32Array {
    return this.#words[slot >> PAGE_BITS] as Int32Array;
  }

  wordOf(slot: number): number {
    return (slot & (PAGE_SLOTS - 1)) * WORD_STRIDE;
  }

  /** Makes room for the next slot. */
  add(slot: number): void {
    if (slot >> PAGE_BITS < this.#cells.length) return;
    const cells = new Float64Array(PAGE_SLOTS * CELL_STRIDE);
    this.#cells.push(cells);
    this.#words.push(new Int32Array(cells.buffer));
  }

  clear(slot: number): void {
    const at = this.cellOf(slot);
    this.cells(slot).fill(0, at, at + CELL_STRIDE);
  }
}
