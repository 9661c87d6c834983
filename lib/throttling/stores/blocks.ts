/**
 * Until when slots are blocked, and how often they were. Most applications never block anyone: there
 * a look costs no access to memory.
 */
export class Blocks {
  readonly #endsAtMs = new Map<number, number>();
  readonly #strikes = new Map<number, number>();

  leftMs(slot: number, nowMs: number): number {
    if (this.#endsAtMs.size === 0) return 0;
    const endsAtMs = this.#endsAtMs.get(slot);
    return endsAtMs === undefined ? 0 : Math.max(0, endsAtMs - nowMs);
  }

  set(slot: number, endsAtMs: number): void {
    this.#endsAtMs.set(slot, endsAtMs);
  }

  /** @returns how many blocks came before this one */
  strike(slot: number): number {
    const strikes = this.#strikes.get(slot) ?? 0;
    this.#strikes.set(slot, strikes + 1);
    return strikes;
  }

  forget(slot: number): void {
    if (this.#endsAtMs.size === 0) return;
    this.#endsAtMs.delete(slot);
    this.#strikes.delete(slot);
  }
}
