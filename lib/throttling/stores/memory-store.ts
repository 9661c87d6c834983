import { checkOptions } from '../../check-options';
import { BoundedSlots } from './bounded-slots';
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
  readonly #slots: BoundedSlots;

  /** Of the request at hand, so that a request allocates nothing but its states. */
  readonly #taken: number[] = [];
  readonly #waitsMs: number[] = [];

  constructor(maxKeys: number) {
    this.#slots = new BoundedSlots(this.#table, maxKeys);
  }

  consume(hits: readonly PolicyHit[], nowMs: number): Decision {
    this.#slots.begin(hits.length, nowMs);
    // Most requests have one policy, which need not wait for what others say.
    return hits.length === 1
      ? this.#consumeOne(hits[0] as PolicyHit, nowMs)
      : this.#consumeAll(hits, nowMs);
  }

  #consumeOne(hit: PolicyHit, nowMs: number): Decision {
    const slot = this.#slots.findOrAdd(hit);
    const waitMs = this.#states.waitMs(hit, slot, nowMs);
    return waitMs === 0
      ? { isAllowed: true, states: [this.#states.chargedState(hit, slot, nowMs)] }
      : {
          isAllowed: hit.policy.isShadow,
          states: [this.#refusedState(hit, slot, waitMs, nowMs)],
        };
  }

  #consumeAll(hits: readonly PolicyHit[], nowMs: number): Decision {
    let isAllowed = true;
    for (let index = 0; index < hits.length; index++) {
      const hit = hits[index] as PolicyHit;
      const slot = this.#slots.findOrAdd(hit);
      const waitMs = this.#states.waitMs(hit, slot, nowMs);
      this.#taken[index] = slot;
      this.#waitsMs[index] = waitMs;
      if (waitMs > 0 && !hit.policy.isShadow) isAllowed = false;
    }
    const states: PolicyState[] = [];
    for (let index = 0; index < hits.length; index++) {
      const hit = hits[index] as PolicyHit;
      const slot = this.#taken[index] as number;
      const waitMs = this.#waitsMs[index] as number;
      states.push(
        isAllowed && waitMs === 0
          ? this.#states.chargedState(hit, slot, nowMs)
          : this.#refusedState(hit, slot, waitMs, nowMs),
      );
    }
    return { isAllowed, states };
  }

  /** Of a policy that refuses a request, or would not, but another one does. */
  #refusedState(hit: PolicyHit, slot: number, waitMs: number, nowMs: number): PolicyState {
    const isPunished = waitMs > 0 && this.#slots.isOwn(hit, slot);
    const waitForMs = isPunished ? this.#states.punish(hit, slot, waitMs) : waitMs;
    return this.#states.state(hit, slot, waitForMs, nowMs);
  }

  peek(hits: readonly PolicyHit[], nowMs: number): Decision {
    this.#table.time.follow(nowMs);
    let isAllowed = true;
    const states = hits.map((hit) => {
      const slot = this.#slots.find(hit);
      const waitMs = this.#states.waitMs(hit, slot, nowMs);
      if (waitMs > 0 && !hit.policy.isShadow) isAllowed = false;
      return this.#states.state(hit, slot, waitMs, nowMs);
    });
    return { isAllowed, states };
  }

  penalize(hits: readonly PolicyHit[], nowMs: number): void {
    this.#slots.begin(hits.length, nowMs);
    for (const hit of hits) {
      const slot = this.#slots.findOrAdd(hit);
      this.#states.advance(hit, slot, nowMs);
      this.#states.charge(hit, slot, nowMs);
    }
  }

  refund(hits: readonly PolicyHit[], chargedAtMs: number, nowMs: number): void {
    this.#table.time.follow(nowMs);
    for (const hit of hits) this.#states.refund(hit, this.#slots.find(hit), chargedAtMs, nowMs);
  }

  block(hits: readonly PolicyHit[], blockMs: number, nowMs: number): void {
    this.#slots.begin(hits.length, nowMs);
    for (const hit of hits) {
      const slot = this.#slots.findOrAdd(hit);
      if (this.#slots.isOwn(hit, slot)) this.#states.block(hit.policy, slot, blockMs);
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
}
