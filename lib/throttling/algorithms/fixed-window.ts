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
    const leftMs = (cells[at + ENDS_AT] as number) - nowMs;
    return leftMs > 0 ? leftMs : windowMs;
  },

  charge(cells, at, { windowMs }, cost, nowMs) {
    if ((cells[at + ENDS_AT] as number) <= nowMs) cells[at + ENDS_AT] = nowMs + windowMs;
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
    return Math.max(nowMs, cells[at + ENDS_AT] as number);
  },
};
