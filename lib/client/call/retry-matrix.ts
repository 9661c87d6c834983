/**
 * Repeats after the first attempt, by status or code: the Engagifii guide's retry matrix.
 * A 401 is repeated once after a refresh, a 409 once if a hook says that it is resolved.
 */
export const RETRY_MATRIX: Readonly<Record<string, number>> = {
  __proto__: null as never,
  429: 3,
  500: 3,
  502: 3,
  503: 5,
  504: 2,
  NETWORK_ERROR: 3,
  TIMEOUT: 3,
};
