import type { Algorithm } from './algorithm';

/** State: the requests in flight. */
const IN_FLIGHT = 0;

/** Nobody knows when a request ends: a client may ask again this soon. */
const GUESSED_WAIT_MS = 1_000;

/** Requests in flight; each gives its place back when its response has ended. */
export const concurrency: Algorithm = {
  advance() {},

  waitMs(cells, at, { limit }, cost) {
    return (cells[at + IN_FLIGHT] as number) + cost <= limit ? 0 : GUESSED_WAIT_MS;
  },

  charge(cells, at, _policy, cost) {
    cells[at + IN_FLIGHT] = (cells[at + IN_FLIGHT] as number) + cost;
  },

  refund(cells, at, _policy, cost) {
    cells[at + IN_FLIGHT] = Math.max(0, (cells[at + IN_FLIGHT] as number) - cost);
  },

  remaining(cells, at, { limit }) {
    return Math.max(0, limit - (cells[at + IN_FLIGHT] as number));
  },

  resetAtMs(cells, at, _policy, nowMs) {
    return cells[at + IN_FLIGHT] === 0 ? nowMs : nowMs + GUESSED_WAIT_MS;
  },
};
