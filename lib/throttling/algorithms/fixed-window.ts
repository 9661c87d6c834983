import type { Algorithm } from './algorithm';

/** State: the credits used, and the end of the window. */
const USED = 0;
const ENDS_AT = 1;

/** A window that starts at the first request, so that its end is known exactly. */
export const fixedWindow: Algorithm = {
  advance(cells, at, { windowMs }, nowMs) {
    const leftMs = (cells[at + ENDS_AT] as number) - nowMs;
    if (leftMs <= 0) cells[at + USED] = 0;
    else if (leftMs > windowMs) cells[at + ENDS_AT] = nowMs + windowMs;
  },

  waitMs(cells, at, { limit, windowMs }, cost, nowMs) {
    if ((cells[at + USED] as number) + cost <= limit) return 0;
    return leftMsOf(cells, at, nowMs) || windowMs;
  },

  charge(cells, at, { windowMs }, cost, nowMs) {
    if (leftMsOf(cells, at, nowMs) === 0) cells[at + ENDS_AT] = nowMs + windowMs;
    cells[at + USED] = (cells[at + USED] as number) + cost;
  },

  refund(cells, at, { windowMs }, cost, chargedAtMs) {
    if (chargedAtMs < (cells[at + ENDS_AT] as number) - windowMs) return;
    cells[at + USED] = Math.max(0, (cells[at + USED] as number) - cost);
  },

  remaining(cells, at, { limit }) {
    return Math.max(0, limit - (cells[at + USED] as number));
  },

  resetAtMs(cells, at, _policy, nowMs) {
    return nowMs + leftMsOf(cells, at, nowMs);
  },
};

/** An unused window has not begun: what was refunded, or lay before a clock was set back, is none. */
function leftMsOf(cells: Float64Array, at: number, nowMs: number): number {
  return cells[at + USED] === 0 ? 0 : Math.max(0, (cells[at + ENDS_AT] as number) - nowMs);
}
