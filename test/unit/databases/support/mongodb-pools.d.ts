/** Errors of the driver's pools, which it does not export. */
declare module 'mongodb/lib/cmap/errors.js' {
  export class PoolClosedError extends Error {
    constructor(pool: object);
  }
  export class PoolClearedError extends Error {
    constructor(pool: object);
  }
  export class PoolClearedOnNetworkError extends Error {
    constructor(pool: object);
  }
  export class WaitQueueTimeoutError extends Error {
    constructor(message: string, address: string);
  }
}
