import type { RatePolicy } from '../stores/rate-limit-store';
import type { Algorithm } from './algorithm';

/** State: what the current window and the one before it used, and the current one's start. */
const USED = 0;
const STARTS_AT = 1;
const USED_BEFORE = 2;

/**
 * Two windows side by side: of the earlier one counts the share that the last `windowMs` still
 * covers. Approximate by design, but its own arithmetic is exact.
 */
export const slidingWindow: Algorithm = {
  advance(cells, at, { windowMs }, nowMs) {
    const elapsedMs = nowMs - (cells[at + STARTS_AT] as number);
    if (elapsedMs >= 0 && elapsedMs < windowMs) return;
    if (elapsedMs < 0) {
      cells[at + STARTS_AT] = nowMs;
      return;
    }
    const isNext = elapsedMs < 2 * windowMs;
    cells[at + USED_BEFORE] = isNext ? (cells[at + USED] as number) : 0;
    cells[at + USED] = 0;
    cells[at + STARTS_AT] = isNext ? nowMs - elapsedMs + windowMs : nowMs;
  },

  waitMs(cells, at, { limit, windowMs }, cost, nowMs) {
    const used = cells[at + USED] as number;
    const usedBefore = cells[at + USED_BEFORE] as number;
    const leftMs = (cells[at + STARTS_AT] as number) + windowMs - nowMs;
    const spare = limit - used - cost;
    if (usedBefore * leftMs <= spare * windowMs) return 0;
    if (cost > limit) return windowMs;
    if (spare >= 0) return leftMs - Math.floor((spare * windowMs) / usedBefore);
    return leftMs + windowMs - Math.floor(((limit - cost) * windowMs) / used);
  },

  charge(cells, at, _policy, cost, nowMs) {
    if (isIdle(cells, at)) cells[at + STARTS_AT] = nowMs;
    cells[at + USED] = (cells[at + USED] as number) + cost;
  },

  refund(cells, at, { windowMs }, cost, chargedAtMs) {
    const startsAtMs = cells[at + STARTS_AT] as number;
    if (chargedAtMs < startsAtMs - windowMs) return;
    const cell = at + (chargedAtMs >= startsAtMs ? USED : USED_BEFORE);
    cells[cell] = Math.max(0, (cells[cell] as number) - cost);
  },

  remaining(cells, at, policy, nowMs) {
    const used = cells[at + USED] as number;
    return Math.max(0, policy.limit - used - stillCounting(cells, at, policy, nowMs));
  },

  resetAtMs(cells, at, { windowMs }, nowMs) {
    if (isIdle(cells, at)) return nowMs;
    const windows = (cells[at + USED] as number) > 0 ? 2 : 1;
    return (cells[at + STARTS_AT] as number) + windows * windowMs;
  },
};

/** What counts of the earlier window, rounded up to whole credits. */
function stillCounting(
  cells: Float64Array,
  at: number,
  { windowMs }: RatePolicy,
  nowMs: number,
): number {
  const leftMs = (cells[at + STARTS_AT] as number) + windowMs - nowMs;
  return Math.ceil(((cells[at + USED_BEFORE] as number) * leftMs) / windowMs);
}

function isIdle(cells: Float64Array, at: number): boolean {
  return cells[at + USED] === 0 && cells[at + USED_BEFORE] === 0;
}
