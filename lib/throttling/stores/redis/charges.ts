import { randomBytes } from 'node:crypto';
import type { PolicyHit } from '../rate-limit-store';

/** What this process has charged: when, on the server's clock, and as which request in flight. */
export class Charges {
  readonly #chargedAt = new WeakMap<PolicyHit, number>();
  readonly #entries = new WeakMap<PolicyHit, string>();
  /** Tells the entries of this process from those of others. */
  readonly #process = randomBytes(9).toString('base64url');
  #count = 0;

  chargedAt(hit: PolicyHit): number | undefined {
    return this.#chargedAt.get(hit);
  }

  record(hits: readonly PolicyHit[], serverMs: number): void {
    for (const hit of hits) this.#chargedAt.set(hit, serverMs);
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
