import type { Algorithm } from './algorithm';

/** State: what is missing from the full bucket, in `windowMs`-ths of a credit; and when that was. */
const MISSING = 0;
const SEEN_AT = 1;

/**
 * A bucket of `burst` credits into which `limit` flow back in each window, evenly: GCRA, kept in
 * whole numbers. A credit is `windowMs` parts, of which `limit` return each millisecond.
 */
export const tokenBucket: Algorithm = {
  advance(cells, at, { limit }, nowMs) {
    const elapsedMs = nowMs - (cells[at + SEEN_AT] as number);
    const missing = cells[at + MISSING] as number;
    if (elapsedMs > 0) cells[at + MISSING] = Math.max(0, missing - elapsedMs * limit);
    cells[at + SEEN_AT] = nowMs;
  },

  waitMs(cells, at, { limit, burst, windowMs }, cost) {
    const lacking = (cells[at + MISSING] as number) + (cost - burst) * windowMs;
    if (lacking <= 0) return 0;
    return cost > burst ? windowMs : Math.ceil(lacking / limit);
  },

  charge(cells, at, { windowMs }, cost) {
    const missing = (cells[at + MISSING] as number) + cost * windowMs;
    cells[at + MISSING] = Math.min(missing, Number.MAX_SAFE_INTEGER);
  },

  refund(cells, at, { windowMs }, cost) {
    cells[at + MISSING] = Math.max(0, (cells[at + MISSING] as number) - cost * windowMs);
  },

  remaining(cells, at, { burst, windowMs }) {
    return Math.max(0, burst - Math.ceil((cells[at + MISSING] as number) / windowMs));
  },

  resetAtMs(cells, at, { limit }, nowMs) {
    return nowMs + Math.ceil((cells[at + MISSING] as number) / limit);
  },
};
