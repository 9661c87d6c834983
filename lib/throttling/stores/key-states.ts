import { ALGORITHMS } from '../algorithms/algorithms';
import { blockMs, strikeMemoryMs } from '../algorithms/block-ms';
import type { KeyTable } from './key-table';
import type { PolicyHit, PolicyState, RatePolicy } from './rate-limit-store';

/** The algorithms at work on the slots of a table. */
export class KeyStates {
  /** Where requests in flight were counted: their keys may have other slots when they end. */
  readonly #places = new WeakMap<PolicyHit, number>();

  constructor(private readonly table: KeyTable) {}

  advance({ policy }: PolicyHit, slot: number, nowMs: number): void {
    const cells = this.table.cells(slot);
    ALGORITHMS[policy.algorithm].advance(cells, this.table.cellOf(slot), policy, nowMs);
  }

  /** Brings the slot up to now. @returns how long until the cost fits, or the block ends */
  waitMs({ policy, cost }: PolicyHit, slot: number, nowMs: number): number {
    const cells = this.table.cells(slot);
    const at = this.table.cellOf(slot);
    const algorithm = ALGORITHMS[policy.algorithm];
    algorithm.advance(cells, at, policy, nowMs);
    const waitMs = algorithm.waitMs(cells, at, policy, cost, nowMs);
    return Math.max(waitMs, this.table.blockLeftMs(slot));
  }

  /** @returns when nothing that counts now will count any more */
  charge(hit: PolicyHit, slot: number, nowMs: number): number {
    const { policy, cost } = hit;
    const cells = this.table.cells(slot);
    const at = this.table.cellOf(slot);
    const algorithm = ALGORITHMS[policy.algorithm];
    if (cost === 0) return algorithm.resetAtMs(cells, at, policy, nowMs);
    algorithm.charge(cells, at, policy, cost, nowMs);
    const resetAtMs = algorithm.resetAtMs(cells, at, policy, nowMs);
    if (policy.algorithm === 'concurrency') {
      this.#places.set(hit, slot);
      this.table.keep(slot, Number.POSITIVE_INFINITY);
    } else this.table.keep(slot, resetAtMs - nowMs);
    return resetAtMs;
  }

  /** Charges a slot that is not blocked. */
  chargedState(hit: PolicyHit, slot: number, nowMs: number): PolicyState {
    const { policy } = hit;
    const resetAtMs = this.charge(hit, slot, nowMs);
    const cells = this.table.cells(slot);
    const at = this.table.cellOf(slot);
    const remaining = ALGORITHMS[policy.algorithm].remaining(cells, at, policy, nowMs);
    return { policy, remaining, resetAtMs, retryAtMs: undefined };
  }

  refund(hit: PolicyHit, found: number | undefined, chargedAtMs: number, nowMs: number): void {
    const slot = hit.policy.algorithm === 'concurrency' ? this.#places.get(hit) : found;
    if (slot === undefined) return;
    this.advance(hit, slot, nowMs);
    const { policy, cost } = hit;
    const cells = this.table.cells(slot);
    const at = this.table.cellOf(slot);
    ALGORITHMS[policy.algorithm].refund(cells, at, policy, cost, chargedAtMs);
    // Nothing in flight: the slot need not wait for an end any more.
    if (this.#places.delete(hit) && cells[at] === 0) {
      this.table.release(slot, strikeMemoryMs(policy));
    }
  }

  /** A violation blocks, unless one does already. @returns the wait from now on */
  punish({ policy }: PolicyHit, slot: number, waitMs: number): number {
    if (policy.blockMs === 0 || this.table.blockLeftMs(slot) > 0) return waitMs;
    // At least as long as the client is told to wait: to come back sooner is no new violation.
    const strikes = this.table.strike(slot, strikeMemoryMs(policy));
    const forMs = Math.max(waitMs, blockMs(policy, strikes));
    this.block(policy, slot, forMs);
    return forMs;
  }

  block(policy: RatePolicy, slot: number, forMs: number): void {
    this.table.block(slot, forMs, strikeMemoryMs(policy));
  }

  state({ policy }: PolicyHit, slot: number, waitMs: number, nowMs: number): PolicyState {
    const cells = this.table.cells(slot);
    const at = this.table.cellOf(slot);
    const algorithm = ALGORITHMS[policy.algorithm];
    const blockLeftMs = this.table.blockLeftMs(slot);
    const resetAtMs = algorithm.resetAtMs(cells, at, policy, nowMs);
    return {
      policy,
      remaining: blockLeftMs > 0 ? 0 : algorithm.remaining(cells, at, policy, nowMs),
      resetAtMs: Math.max(resetAtMs, nowMs + blockLeftMs),
      retryAtMs: waitMs > 0 ? nowMs + waitMs : undefined,
    };
  }
}
