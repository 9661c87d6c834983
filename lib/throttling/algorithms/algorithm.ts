import type { RatePolicy } from '../stores/rate-limit-store';

/**
 * The formulas of one algorithm over the state of one key: up to three numbers, from `cells[at]` on,
 * all 0 for a key that has not been seen. All but `advance` need a state that was brought up to now.
 * Whole numbers stay below 2^53, so that every store computes them alike.
 */
export interface Algorithm {
  /** Brings the state up to now; where the clock was set back, no wait becomes longer than a window. */
  advance(cells: Float64Array, at: number, policy: RatePolicy, nowMs: number): void;

  /** Milliseconds until the cost fits; 0 where it fits now. */
  waitMs(cells: Float64Array, at: number, policy: RatePolicy, cost: number, nowMs: number): number;

  charge(cells: Float64Array, at: number, policy: RatePolicy, cost: number, nowMs: number): void;

  /** Takes back a charge of `chargedAtMs`, unless its window has passed. */
  refund(
    cells: Float64Array,
    at: number,
    policy: RatePolicy,
    cost: number,
    chargedAtMs: number,
  ): void;

  /** Whole credits that are available, never negative. */
  remaining(cells: Float64Array, at: number, policy: RatePolicy, nowMs: number): number;

  /** When nothing that counts now will count any more. */
  resetAtMs(cells: Float64Array, at: number, policy: RatePolicy, nowMs: number): number;
}

/** Numbers that one state takes at most. */
export const STATE_CELLS = 3;
