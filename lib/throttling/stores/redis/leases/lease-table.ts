import type { PolicyHit } from '../../rate-limit-store';
import { Lease } from './lease';

/** Clients beyond these are asked for one by one, so that a flood of them takes no memory. */
const MAX_LEASES = 10_000;

/** The leases of this process: one for all requests of a client that are charged alike. */
export class LeaseTable {
  readonly #byKey = new Map<string, Lease[]>();
  #size = 0;

  /** Undefined where a request cannot be one of many alike, in one place of the server. */
  leaseFor(hits: readonly PolicyHit[]): Lease | undefined {
    const [first] = hits;
    if (first === undefined) return undefined;
    const ofClient = this.#byKey.get(first.key);
    if (ofClient !== undefined) {
      for (const lease of ofClient) if (lease.covers(hits)) return lease;
    }
    if (this.#size >= MAX_LEASES || !canBorrow(hits, first.key)) return undefined;
    const lease = new Lease(hits);
    if (ofClient === undefined) this.#byKey.set(first.key, [lease]);
    else ofClient.push(lease);
    this.#size++;
    return lease;
  }

  get size(): number {
    return this.#size;
  }

  all(): Lease[] {
    return [...this.#byKey.values()].flat();
  }

  /** Those that any of the hits are charged to. */
  touchedBy(hits: readonly PolicyHit[]): Lease[] {
    return hits.flatMap((hit) => {
      const ofClient = this.#byKey.get(hit.key) ?? [];
      return ofClient.filter((lease) =>
        lease.hits.some(({ policy }) => policy.id === hit.policy.id),
      );
    });
  }

  remove(lease: Lease): void {
    const { key } = lease.hits[0] as PolicyHit;
    const left = (this.#byKey.get(key) ?? []).filter((other) => other !== lease);
    if (left.length > 0) this.#byKey.set(key, left);
    else this.#byKey.delete(key);
    this.#size--;
  }

  clear(): void {
    this.#byKey.clear();
    this.#size = 0;
  }
}

function canBorrow(hits: readonly PolicyHit[], clientKey: string): boolean {
  return hits.every(
    ({ policy, key, cost }) => policy.algorithm !== 'concurrency' && cost > 0 && key === clientKey,
  );
}
