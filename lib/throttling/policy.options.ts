import type { ExecutionContext } from '@nestjs/common';
import type { AlgorithmName } from './stores/rate-limit-store';
import type { KeyGenerator, Resolvable } from './throttle-metadata';

/** Names the client of a request; undefined where there is nothing to name it by. */
export type ThrottlingTracker = (
  context: ExecutionContext,
) => string | undefined | Promise<string | undefined>;

/**
 * What counts together: each route for itself, all routes of a controller, all routes, the routes
 * under `@ThrottleGroup(group)`, or nothing but what `RateLimiter` consumes.
 */
export type PolicyScope = 'route' | 'controller' | 'global' | 'manual' | { readonly group: string };

/** How long violations block. Each block in a row lasts `factor` times the last, up to `maxMs`. */
export interface BlockOptions {
  readonly firstMs: number;
  /** An integer. @default 2 */
  readonly factor?: number | undefined;
  /** After the end of a block it also takes this long until earlier ones are forgotten. */
  readonly maxMs: number;
}

/** Which answers count, by their status; one that was broken off counts as status 499. */
export type CountOnly = 'failures' | 'successes' | ((status: number) => boolean);

/** A limit for every route of its scope that does not skip it. */
export interface ThrottlingPolicy {
  /** The name that `@Throttle({ [name]: … })` and `@SkipThrottle({ [name]: true })` refer to. */
  readonly name: string;
  /** Credits that one window admits, requests in flight for `concurrency`; or a function. */
  readonly limit: Resolvable<number>;
  /**
   * The length of the window, at most 2^31 - 1; or a function. Not for `calendar`; for `concurrency`
   * it is optional: after it a store outside of the process takes a request for lost.
   * @default 300_000 for `concurrency`
   */
  readonly windowMs?: Resolvable<number> | undefined;
  /** @default 'fixed-window', which starts at a client's first request */
  readonly algorithm?: AlgorithmName | undefined;
  /** Credits that a full `token-bucket` holds; or a function. @default limit */
  readonly burst?: Resolvable<number> | undefined;
  /** The period of a `calendar` policy. */
  readonly per?: 'day' | 'month' | undefined;
  /** Where the days of a `calendar` policy begin, an IANA name. @default 'UTC' */
  readonly timeZone?: string | undefined;
  /** @default 'route' */
  readonly scope?: PolicyScope | undefined;
  /** Credits that a request costs, unless its route has `@ThrottleCost()`. @default 1 */
  readonly cost?: Resolvable<number> | undefined;
  /** A violation blocks the client at least this long. @default 0: until the algorithm admits it */
  readonly block?: number | BlockOptions | undefined;
  /** Counts and reports, but never refuses. @default false */
  readonly shadow?: boolean | undefined;
  /** Gives the charge back once the answer turns out not to count. @default every answer counts */
  readonly countOnly?: CountOnly | undefined;
  /** Names the client for this policy. @default that of `throttling` */
  readonly tracker?: ThrottlingTracker | undefined;
  /** Replaces the client and the scope in the key, which then counts for the policy everywhere. */
  readonly generateKey?: KeyGenerator | undefined;
  /** Requests that this policy does not count. */
  readonly skipIf?: ((context: ExecutionContext) => boolean | Promise<boolean>) | undefined;
  /** User agents that this policy does not count. */
  readonly ignoreUserAgents?: readonly RegExp[] | undefined;
}
