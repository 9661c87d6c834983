/** A limit in force: what a store needs to know of it, every value resolved. */
export interface RatePolicy {
  /** Unique in the process for a policy of one handler in one controller. */
  readonly id: string;
  readonly name: string;
  /** Requests that one window admits. */
  readonly limit: number;
  readonly windowMs: number;
  /** A violation blocks the key at least this long; 0 blocks until the window ends. */
  readonly blockMs: number;
}

/** The claim of one request on one policy. */
export interface PolicyHit {
  readonly policy: RatePolicy;
  /** Names the client within the policy; the store takes it as it is. */
  readonly key: string;
}

/** Where a key stands with one policy, after the request. Times are on the clock of the request. */
export interface PolicyState {
  readonly policy: RatePolicy;
  /** Requests that the window still admits; never negative. */
  readonly remaining: number;
  /** When the whole limit is available again. */
  readonly resetAtMs: number;
  /** When the next request can pass, for a policy that rejects; undefined for one that admits. */
  readonly retryAtMs: number | undefined;
}

/** What a store makes of a request: one state for each hit, in their order. */
export interface Decision {
  readonly isAllowed: boolean;
  readonly states: readonly PolicyState[];
}

/** Counts requests. It may answer at once or later; at once is cheaper. */
export interface RateLimitStore {
  /**
   * Charges every policy of a request, or none if one of them rejects it.
   * @param nowMs the time of the request; it may lie before that of an earlier one
   */
  consume(hits: readonly PolicyHit[], nowMs: number): Decision | Promise<Decision>;
}
