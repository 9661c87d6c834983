import { checkOptions } from '../../check-options';
import type { Decision, PolicyHit, PolicyState, RateLimitStore } from './rate-limit-store';
import { WindowTable } from './window-table';

/** Options of `memoryStore()`. */
export interface MemoryStoreOptions {
  /**
   * Keys that have a window of their own. When all are taken no key is evicted, which would let an
   * attacker reset a limit: newcomers share one window for each policy until others end.
   * @default 100_000
   */
  readonly maxKeys?: number | undefined;
}

const DEFAULT_MAX_KEYS = 100_000;
/** A `Map` holds 2^24 entries. */
const MOST_KEYS = 10_000_000;

/** Slots looked at for each request, and for one that finds the table full. */
const SWEEP_STEPS = 2;
const FULL_SWEEP_STEPS = 16;

/** The count of a key that a violation blocked; above every limit. */
const BLOCKED = 0xffff_ffff;

/**
 * Counts in the memory of this process, in windows that start at a key's first request.
 * @throws TypeError if an option is unknown, or `maxKeys` no positive integer
 * @example
 * ErrorsModule.forRoot({ throttling: { store: memoryStore({ maxKeys: 1_000_000 }) } });
 */
export function memoryStore(options: MemoryStoreOptions = {}): RateLimitStore {
  checkOptions('memoryStore', options, ['maxKeys']);
  const { maxKeys = DEFAULT_MAX_KEYS } = options;
  if (!Number.isInteger(maxKeys) || maxKeys < 1 || maxKeys > MOST_KEYS) {
    throw new TypeError(
      `memoryStore: maxKeys must be an integer from 1 to ${MOST_KEYS}, but it is ${String(maxKeys)}.`,
    );
  }
  return new MemoryStore(maxKeys);
}

class MemoryStore implements RateLimitStore {
  readonly #windows = new WindowTable();

  constructor(private readonly maxKeys: number) {}

  consume(hits: readonly PolicyHit[], nowMs: number): Decision {
    const isFull = this.#windows.size + hits.length > this.maxKeys;
    // Before any slot is taken: a sweep frees slots whose window has yet to start.
    this.#windows.sweep(isFull ? FULL_SWEEP_STEPS : SWEEP_STEPS, nowMs);
    const slots: number[] = [];
    let isAllowed = true;
    for (const hit of hits) {
      const slot = this.#slotOf(hit);
      slots.push(slot);
      isAllowed &&= this.#count(slot, nowMs) < hit.policy.limit;
    }
    const states = hits.map((hit, index) => {
      const slot = slots[index] as number;
      return isAllowed ? this.#charge(hit, slot, nowMs) : this.#inspect(hit, slot, nowMs);
    });
    return { isAllowed, states };
  }

  #slotOf({ key, policy }: PolicyHit): number {
    const slot = this.#windows.find(key);
    if (slot !== undefined) return slot;
    if (this.#windows.size < this.maxKeys) return this.#windows.add(key);
    return this.#windows.find(policy.id) ?? this.#windows.add(policy.id);
  }

  #count(slot: number, nowMs: number): number {
    return this.#windows.isRunning(slot, nowMs) ? this.#windows.count(slot) : 0;
  }

  #charge({ policy }: PolicyHit, slot: number, nowMs: number): PolicyState {
    if (!this.#windows.isRunning(slot, nowMs)) this.#windows.start(slot, policy.windowMs, nowMs);
    const count = this.#windows.count(slot) + 1;
    this.#windows.setCount(slot, count);
    const resetAtMs = this.#windows.endsAtMs(slot);
    return { policy, remaining: policy.limit - count, resetAtMs, retryAtMs: undefined };
  }

  /** The state of one policy of a refused request, which charges none; a violation may block. */
  #inspect({ key, policy }: PolicyHit, slot: number, nowMs: number): PolicyState {
    const count = this.#count(slot, nowMs);
    const isRejecting = count >= policy.limit;
    if (isRejecting && policy.blockMs > 0 && count !== BLOCKED) {
      this.#block(key, slot, policy.blockMs, nowMs);
    }
    const resetAtMs = count > 0 ? this.#windows.endsAtMs(slot) : nowMs + policy.windowMs;
    return {
      policy,
      remaining: isRejecting ? 0 : policy.limit - count,
      resetAtMs,
      retryAtMs: isRejecting ? resetAtMs : undefined,
    };
  }

  #block(key: string, slot: number, blockMs: number, nowMs: number): void {
    // A window that newcomers share is nobody's: blocking it would punish all for one.
    if (this.#windows.find(key) !== slot) return;
    this.#windows.prolong(slot, blockMs, nowMs);
    this.#windows.setCount(slot, BLOCKED);
  }
}
