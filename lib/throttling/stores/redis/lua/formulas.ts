/**
 * An algorithm as statements of Lua, which stand where the script needs them. They see `now`, `hit`,
 * its `cells` and `cost`; all but `advance` need a state that was brought up to now.
 */
export interface Formulas {
  /** Brings `cells` up to now, and sets `isBack` where the clock was set back. */
  readonly advance: string;
  /** Sets `wait` where the cost does not fit; it is 0 before. */
  readonly wait: string;
  readonly charge: string;
  /** Takes back what was charged at `chargedAt`. */
  readonly refund: string;
  /** Sets `remaining`. */
  readonly remaining: string;
  /** Sets `resetAt`. */
  readonly resetAt: string;
}
