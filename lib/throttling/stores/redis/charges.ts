import { randomBytes } from 'node:crypto';
import type { PolicyHit } from '../rate-limit-store';

/** On the hit itself: a WeakMap of so many that live so briefly costs more than to decide. */
const CHARGED_AT = Symbol('charged-at');

interface ChargedHit extends PolicyHit {
  [CHARGED_AT]?: number;
}

/** What this process has charged: when, on the server's clock, and as which request in flight. */
export class Charges {
  readonly #entries = new WeakMap<PolicyHit, string>();
  /** Tells the entries of this process from those of others. */
  readonly #process = randomBytes(9).toString('base64url');
  #count = 0;

  chargedAt(hit: ChargedHit): number | undefined {
    return hit[CHARGED_AT];
  }

  record(hits: readonly ChargedHit[], serverMs: number): void {
    for (const hit of hits) hit[CHARGED_AT] = serverMs;
  }

  /** A name for a request in flight that no other has. */
  addEntry(hit: PolicyHit): string {
    const entry = `${this.#process}${(this.#count++).toString(36)}`;
    this.#entries.set(hit, entry);
    return entry;
  }

  /** The request in flight; undefined for one that has ended, or was never counted. */
  entryOf(hit: PolicyHit): string | undefined {
    return this.#entries.get(hit);
  }

  /** Until then a refund that failed can be tried again: an entry ends once. */
  forgetEntries(hits: readonly PolicyHit[]): void {
    for (const hit of hits) this.#entries.delete(hit);
  }
}
