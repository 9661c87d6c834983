import type { PolicyHit } from '../rate-limit-store';

interface OwedRefund {
  readonly hits: readonly PolicyHit[];
  readonly chargedAtMs: number;
}

/** A long outage takes no more memory than this: what comes after them returns by itself. */
const MAX_OWED = 10_000;

/**
 * What is to be given back once a store answers again, above all places of requests in flight, which
 * have ended in the meantime: else the next ones were refused until those places expire.
 */
export class OwedRefunds {
  #owed: OwedRefund[] = [];

  /** @param wasAsked whether the store may have given it back: only a request in flight ends once */
  add(hits: readonly PolicyHit[], chargedAtMs: number, wasAsked: boolean): void {
    const due = wasAsked ? hits.filter(({ policy }) => policy.algorithm === 'concurrency') : hits;
    if (due.length > 0 && this.#owed.length < MAX_OWED) this.#owed.push({ hits: due, chargedAtMs });
  }

  /** All of them, once. */
  take(): readonly OwedRefund[] {
    if (this.#owed.length === 0) return this.#owed;
    const owed = this.#owed;
    this.#owed = [];
    return owed;
  }
}
