const PAGE_BITS = 9;
const PAGE_SLOTS = 1 << PAGE_BITS;

/** Numbers of a slot: when its block ends, and how many blocks there were in a row. */
const STRIDE = 2;

/**
 * Until when slots are blocked, and how often they were. Most applications never block anyone: there
 * a look costs no access to memory, and no slot takes more of it.
 */
export class Blocks {
  readonly #pages: (Float64Array | undefined)[] = [];

  /** When the last block of a slot ends, or ended; 0 for one without. */
  endsAtMs(slot: number): number {
    if (this.#pages.length === 0) return 0;
    return this.#pages[slot >> PAGE_BITS]?.[at(slot)] ?? 0;
  }

  set(slot: number, endsAtMs: number): void {
    this.#pageOf(slot)[at(slot)] = endsAtMs;
  }

  /** @returns how many blocks came before this one */
  strike(slot: number): number {
    const page = this.#pageOf(slot);
    const strikes = page[at(slot) + 1] as number;
    page[at(slot) + 1] = strikes + 1;
    return strikes;
  }

  forget(slot: number): void {
    this.#pages[slot >> PAGE_BITS]?.fill(0, at(slot), at(slot) + STRIDE);
  }

  #pageOf(slot: number): Float64Array {
    const page = slot >> PAGE_BITS;
    while (this.#pages.length <= page) this.#pages.push(undefined);
    return (this.#pages[page] ??= new Float64Array(PAGE_SLOTS * STRIDE));
  }
}

function at(slot: number): number {
  return (slot & (PAGE_SLOTS - 1)) * STRIDE;
}
