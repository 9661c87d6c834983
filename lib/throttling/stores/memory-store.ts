import { checkOptions } from '../../check-options';
import { KeyStates } from './key-states';
import { UNSEEN } from './key-slots';
import { KeyTable } from './key-table';
import type { Decision, PolicyHit, PolicyState, RateLimitStore } from './rate-limit-store';

/** Options of `memoryStore()`. */
export interface MemoryStoreOptions {
  /**
   * Keys that have a state of their own. When all are taken no key is evicted, which would let an
   * attacker reset a limit: newcomers share one state for each policy until others expire.
   * @default 100_000
   */
  readonly maxKeys?: number | undefined;
}

const DEFAULT_MAX_KEYS = 100_000;
/** About a gigabyte. */
const MOST_KEYS = 10_000_000;

/** Slots looked at for each hit, and for one that finds the table full. */
const SWEEP_STEPS = 2;
const FULL_SWEEP_STEPS = 16;

/** The key that newcomers share in a full table; no client has it. */
const SHARED = '';

/**
 * Counts in the memory of this process.
 * @throws TypeError if an option is unknown, or `maxKeys` no positive integer
 * @example
 * ErrorsModule.forRoot({ throttling: { store: memoryStore({ maxKeys: 1_000_000 }) } });
 */
export function memoryStore(options: MemoryStoreOptions = {}): MemoryStore {
  checkOptions('memoryStore', options, ['maxKeys']);
  const { maxKeys = DEFAULT_MAX_KEYS } = options;
  if (!Number.isInteger(maxKeys) || maxKeys < 1 || maxKeys > MOST_KEYS) {
    throw new TypeError(
      `memoryStore: maxKeys must be an integer from 1 to ${MOST_KEYS}, but it is ${String(maxKeys)}.`,
    );
  }
  return new MemoryStore(maxKeys);
}

/** What `memoryStore()` returns: it answers every operation at once. */
export class MemoryStore implements RateLimitStore {
  readonly #table = new KeyTable();
  readonly #states = new KeyStates(this.#table);

  /** Of the request at hand, so that a request allocates nothing but its states. */
  readonly #slots: number[] = [];
  readonly #waitsMs: number[] = [];

  constructor(private readonly maxKeys: number) {}

  consume(hits: readonly PolicyHit[], nowMs: number): Decision {
    this.#begin(hits, nowMs);
    let isAllowed = true;
    for (let index = 0; index < hits.length; index++) {
      const hit = hits[index] as PolicyHit;
      const slot = this.#slotFor(hit);
      const waitMs = this.#states.waitMs(hit, slot, nowMs);
      this.#slots[index] = slot;
      this.#waitsMs[index] = waitMs;
      if (waitMs > 0 && !hit.policy.isShadow) isAllowed = false;
    }
    const states: PolicyState[] = [];
    for (let index = 0; index < hits.length; index++) {
      const hit = hits[index] as PolicyHit;
      const slot = this.#slots[index] as number;
      let waitMs = this.#waitsMs[index] as number;
      if (waitMs === 0) {
        if (isAllowed) this.#states.charge(hit, slot, nowMs);
      } else if (this.#isOwn(hit, slot)) waitMs = this.#states.punish(hit, slot, waitMs);
      states.push(this.#states.state(hit, slot, waitMs, nowMs));
    }
    return { isAllowed, states };
  }

  peek(hits: readonly PolicyHit[], nowMs: number): Decision {
    this.#table.time.follow(nowMs);
    let isAllowed = true;
    const states = hits.map((hit) => {
      const slot = this.#find(hit);
      const waitMs = this.#states.waitMs(hit, slot, nowMs);
      if (waitMs > 0 && !hit.policy.isShadow) isAllowed = false;
      return this.#states.state(hit, slot, waitMs, nowMs);
    });
    return { isAllowed, states };
  }

  penalize(hits: readonly PolicyHit[], nowMs: number): void {
    this.#begin(hits, nowMs);
    for (const hit of hits) {
      const slot = this.#slotFor(hit);
      this.#states.advance(hit, slot, nowMs);
      this.#states.charge(hit, slot, nowMs);
    }
  }

  refund(hits: readonly PolicyHit[], chargedAtMs: number, nowMs: number): void {
    this.#table.time.follow(nowMs);
    for (const hit of hits) this.#states.refund(hit, this.#find(hit), chargedAtMs, nowMs);
  }

  block(hits: readonly PolicyHit[], blockMs: number, nowMs: number): void {
    this.#begin(hits, nowMs);
    for (const hit of hits) {
      const slot = this.#slotFor(hit);
      if (this.#isOwn(hit, slot)) this.#states.block(hit.policy, slot, blockMs);
    }
  }

  reset(hits: readonly PolicyHit[]): void {
    for (const { policy, key } of hits) {
      const slot = this.#table.slots.find(policy.id, key);
      if (slot === UNSEEN) continue;
      // What is in flight stays in flight.
      if (policy.algorithm === 'concurrency') this.#table.lift(slot);
      else this.#table.remove(slot);
    }
  }

  /** Before any slot is taken: a sweep frees those that have yet to be charged. */
  #begin(hits: readonly PolicyHit[], nowMs: number): void {
    this.#table.time.follow(nowMs);
    const isFull = this.#table.size + hits.length > this.maxKeys;
    this.#table.sweep(hits.length * (isFull ? FULL_SWEEP_STEPS : SWEEP_STEPS));
  }

  #find({ key, policy: { id } }: PolicyHit): number {
    const { slots } = this.#table;
    const slot = slots.find(id, key);
    if (slot !== UNSEEN || slots.size < this.maxKeys) return slot;
    return slots.find(id, SHARED);
  }

  #slotFor(hit: PolicyHit): number {
    const { slots } = this.#table;
    const slot = this.#find(hit);
    if (slot !== UNSEEN) return slot;
    return slots.add(hit.policy.id, slots.size < this.maxKeys ? hit.key : SHARED);
  }

  /** A state that newcomers share is nobody's: blocking it would punish all for one. */
  #isOwn({ policy, key }: PolicyHit, slot: number): boolean {
    return this.#table.slots.find(policy.id, key) === slot;
  }
}
