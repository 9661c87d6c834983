/** A time that follows a clock but never goes back: what has expired stays expired. */
export class OwnTime {
  #nowMs = 0;
  #clockMs = Number.NaN;

  get nowMs(): number {
    return this.#nowMs;
  }

  /** Moves on by what the clock did; stands still while the clock is set back. */
  follow(clockMs: number): void {
    const elapsedMs = clockMs - this.#clockMs;
    if (elapsedMs > 0) this.#nowMs += elapsedMs;
    this.#clockMs = clockMs;
  }
}
