import { table } from '../errors/json';

/**
 * Repeats after the first attempt, by status or code: the Engagifii guide's retry matrix.
 * A 401 is repeated after a refresh, a 409 only if a hook says that it is resolved.
 */
export const RETRY_MATRIX = /* @__PURE__ */ table<number>({
  401: 1,
  409: 1,
  429: 3,
  500: 3,
  502: 3,
  503: 5,
  504: 2,
  NETWORK_ERROR: 3,
  TIMEOUT: 3,
});

/** What setTimeout takes: beyond it, a timer fires at once. */
export const MAX_TIMER_MS = 2 ** 31 - 1;
