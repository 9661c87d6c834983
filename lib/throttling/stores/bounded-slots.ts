import { UNSEEN } from './key-slots';
import type { KeyTable } from './key-table';
import type { PolicyHit } from './rate-limit-store';

/** Keys looked at for each that is new, for each hit, and for each that finds the table full. */
const NEW_SWEEP_STEPS = 4;
const SWEEP_STEPS = 1 / 8;
const FULL_SWEEP_STEPS = 16;

/** The key that newcomers share in a full table; no client has it. */
const SHARED = '';

/** The slots that hits count in, of a table that takes no more than so many keys. */
export class BoundedSlots {
  /** A table that does not grow is swept slowly: known clients do not pay for what others left. */
  #owedSteps = 0;

  constructor(
    private readonly table: KeyTable,
    private readonly maxKeys: number,
  ) {}

  /** Before any slot is taken: a sweep frees those that have yet to be charged. */
  begin(hits: number, nowMs: number): void {
    this.table.time.follow(nowMs);
    const isFull = this.table.size + hits > this.maxKeys;
    this.#owedSteps += hits * (isFull ? FULL_SWEEP_STEPS : SWEEP_STEPS);
    if (this.#owedSteps < 1) return;
    this.table.sweep(Math.floor(this.#owedSteps));
    this.#owedSteps = 0;
  }

  find({ key, policy: { id } }: PolicyHit): number {
    const { slots } = this.table;
    const slot = slots.find(id, key);
    if (slot !== UNSEEN || slots.size < this.maxKeys) return slot;
    return slots.find(id, SHARED);
  }

  findOrAdd(hit: PolicyHit): number {
    const { slots } = this.table;
    const slot = this.find(hit);
    if (slot !== UNSEEN) return slot;
    this.#owedSteps += NEW_SWEEP_STEPS;
    return slots.add(hit.policy.id, slots.size < this.maxKeys ? hit.key : SHARED);
  }

  /** A state that newcomers share is nobody's: blocking it would punish all for one. */
  isOwn({ policy, key }: PolicyHit, slot: number): boolean {
    return this.table.slots.find(policy.id, key) === slot;
  }
}
