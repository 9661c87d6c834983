/** How a policy counts; each has its formulas in `algorithms/`. */
export type AlgorithmName =
  'fixed-window' | 'sliding-window' | 'token-bucket' | 'calendar' | 'concurrency';

/** The period of a `calendar` policy. */
export interface CalendarPeriod {
  readonly per: 'day' | 'month';
  /** An IANA name. */
  readonly timeZone: string;
}

/** A limit in force: what a store needs to know of it, every value resolved. */
export interface RatePolicy {
  /**
   * Names what is counted: the same in every process of an application, different for every route,
   * controller or group that counts for itself.
   */
  readonly id: string;
  readonly name: string;
  readonly algorithm: AlgorithmName;
  /** Credits that one window admits; of a token bucket, what flows back in one window. */
  readonly limit: number;
  /** Not used by `concurrency`; of a calendar period its usual length. */
  readonly windowMs: number;
  /** The most that can be available at once: `limit`, but for a token bucket of its own size. */
  readonly burst: number;
  /** Given for `calendar` alone. */
  readonly calendar: CalendarPeriod | undefined;
  /** A violation blocks the key at least this long; 0 refuses no longer than the algorithm does. */
  readonly blockMs: number;
  /** An integer: each further block lasts this many times the last, up to `blockMaxMs`. */
  readonly blockFactor: number;
  readonly blockMaxMs: number;
  /** Counts and reports, but never refuses a request. */
  readonly isShadow: boolean;
}

/** The claim of one request on one policy. */
export interface PolicyHit {
  readonly policy: RatePolicy;
  /** Names the client within the policy; the store takes it as it is. */
  readonly key: string;
  /** Credits that the request costs, an integer from 0; a request in flight always costs 1. */
  readonly cost: number;
}

/** Where a key stands with one policy, after the request. Times are on the clock of the request. */
export interface PolicyState {
  readonly policy: RatePolicy;
  /** Whole credits that are available now; never negative. */
  readonly remaining: number;
  /** When the whole limit is available again. */
  readonly resetAtMs: number;
  /** When the same request can pass, for a policy it violates; undefined for one that admits it. */
  readonly retryAtMs: number | undefined;
}

/** What a store makes of a request: one state for each hit, in their order. */
export interface Decision {
  /** Whether no policy but shadows is violated. */
  readonly isAllowed: boolean;
  readonly states: readonly PolicyState[];
}

/**
 * Counts requests. It may answer at once or later; at once is cheaper. Only `consume` is required:
 * what needs another operation says so, at start where it can.
 */
export interface RateLimitStore {
  /**
   * Charges every policy of a request, or none if one of them refuses it. A shadow that is violated
   * is not charged, and hinders no other.
   * @param nowMs the time of the request; it may lie before that of an earlier one
   */
  consume(hits: readonly PolicyHit[], nowMs: number): Decision | Promise<Decision>;

  /** What `consume` would decide; the states are those of now, nothing is charged or blocked. */
  peek?(hits: readonly PolicyHit[], nowMs: number): Decision | Promise<Decision>;

  /** Charges without asking, also beyond the limit. */
  penalize?(hits: readonly PolicyHit[], nowMs: number): void | Promise<void>;

  /**
   * Gives back what was charged at `chargedAtMs`, as far as that still counts; never more than was
   * used. For a request in flight, with the same hits as it was consumed with, it is the end.
   */
  refund?(hits: readonly PolicyHit[], chargedAtMs: number, nowMs: number): void | Promise<void>;

  /** Refuses the keys for this long, whatever they have left. */
  block?(hits: readonly PolicyHit[], blockMs: number, nowMs: number): void | Promise<void>;

  /** Forgets the keys, their blocks too. */
  reset?(hits: readonly PolicyHit[]): void | Promise<void>;

  /** Gives back what it holds of a server, such as borrowed credits: the application ends. */
  release?(): void | Promise<void>;
}
