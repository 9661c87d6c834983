import type { ExecutionContext } from '@nestjs/common';
import type { ClientList } from './exemptions';
import type { RateLimitViolation } from './rate-limit-exceeded';
import type { ThrottlingPolicy, ThrottlingTracker } from './policy.options';
import type { IetfDraft } from './headers/ietf-headers';
import type { StoreFailureMode } from './stores/failover/failover-store';
import type { RateLimitStore } from './stores/rate-limit-store';
import type { ThrottlerStorageLike } from './stores/throttler-storage-store';

/** Options of the throttler guard. */
export interface ThrottlingOptions {
  /** @default none: only routes with `@Throttle()` are limited */
  readonly policies?: readonly ThrottlingPolicy[] | undefined;
  /**
   * Names the client. It runs in a global guard, before the guards of controllers: a tracker by user
   * verifies the credential itself, or the module of the authenticating guard is imported first.
   * Where it yields nothing, the request counts under the client's address, apart from all trackers.
   * @default the client's address: an IPv4 address or the /64 of an IPv6 one; all clients without an
   * address, as over a Unix socket, count as one
   */
  readonly tracker?: ThrottlingTracker | undefined;
  /**
   * Hashes what names clients (HMAC-SHA-256), so that a store holds no addresses and no user ids. At
   * least 16 characters, the same in every process that shares a store.
   * @default none: keys hold the trackers, those over 256 characters as a hash
   */
  readonly keySecret?: string | undefined;
  /** Where requests are counted; a `ThrottlerStorage` serves as well. @default memoryStore() */
  readonly store?: RateLimitStore | ThrottlerStorageLike | undefined;
  /**
   * What happens while a store outside of the process fails: an in-process limiter of the same
   * policies takes over, every request passes, or every request is refused with 503.
   * @default 'local'
   */
  readonly onStoreFailure?: StoreFailureMode | undefined;
  /** A store that takes longer has failed, for this request. @default 250 */
  readonly storeDeadlineMs?: number | undefined;
  /** The time in milliseconds since the epoch, for tests. @default Date.now */
  readonly clock?: (() => number) | undefined;
  /** Requests that are not counted. */
  readonly skipIf?: ((context: ExecutionContext) => boolean | Promise<boolean>) | undefined;
  /** User agents that are not counted. */
  readonly ignoreUserAgents?: readonly RegExp[] | undefined;
  /** Clients that are not counted: addresses and ranges, or a function. */
  readonly allow?: ClientList | undefined;
  /** Clients that are refused with 403 PERMISSION_DENIED: addresses and ranges, or a function. */
  readonly deny?: ClientList | undefined;
  /** Replaces the message of a 429; it is shown to the client. */
  readonly errorMessage?:
    string | ((context: ExecutionContext, violation: RateLimitViolation) => string) | undefined;
  /** Sends `X-RateLimit-*`. @default true */
  readonly headers?: boolean | undefined;
  /** Sends `RateLimit` and `RateLimit-Policy` too, as this draft of the IETF has them. */
  readonly ietfHeaders?: IetfDraft | undefined;
  /**
   * Adds up to so many whole seconds to `Retry-After`, so that clients do not all return at once.
   * @default 0
   */
  readonly retryAfterJitterSeconds?: number | undefined;
}
