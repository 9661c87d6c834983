import type { ExecutionContext } from '@nestjs/common';
import { checkOptions } from '../check-options';
import { checkPeer } from '../load-peer';
import type { TrustedProxies } from '../network/trusted-proxies';
import { checkedInteger } from './checked-integer';
import { ClientTracker } from './client-tracker';
import { RouteTable } from './route-table';
import { memoryStore } from './stores/memory-store';
import type { RateLimitStore } from './stores/rate-limit-store';

/** The token of `ResolvedThrottling`; its value is undefined where the feature is off. */
export const THROTTLING = Symbol.for('nestjs-errors.throttling');

/** A limit for every route that does not skip it; each route counts for itself. */
export interface ThrottlingPolicy {
  /** The name that `@Throttle({ [name]: … })` and `@SkipThrottle({ [name]: true })` refer to. */
  readonly name: string;
  /** Requests that one window admits. */
  readonly limit: number;
  /** The length of the window, which starts at a client's first request; at most 2^31 - 1. */
  readonly windowMs: number;
}

/** Names the client of a request; undefined where there is nothing to name it by. */
export type ThrottlingTracker = (
  context: ExecutionContext,
) => string | undefined | Promise<string | undefined>;

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
  /** Where requests are counted. @default memoryStore() */
  readonly store?: RateLimitStore | undefined;
  /** The time in milliseconds since the epoch, for tests. @default Date.now */
  readonly clock?: (() => number) | undefined;
}

/** The options, checked and with every default filled in, and what requests share. */
export interface ResolvedThrottling {
  readonly policies: readonly ThrottlingPolicy[];
  readonly store: RateLimitStore;
  readonly clock: () => number;
  readonly clients: ClientTracker;
  readonly routes: RouteTable;
}

/** @throws TypeError naming the wrong option and its fix; Error if @nestjs/throttler is missing */
export function resolveThrottling(
  options: ThrottlingOptions,
  shared: { readonly trustedProxies: TrustedProxies | undefined },
): ResolvedThrottling {
  checkPeer('@nestjs/throttler', 'throttling');
  checkOptions('throttling', options, ['policies', 'tracker', 'store', 'clock']);
  const { policies = [], tracker, store = memoryStore(), clock = Date.now } = options;
  checkPolicies(policies);
  if (tracker !== undefined && typeof tracker !== 'function') {
    throw new TypeError('throttling.tracker must be a function that names the client.');
  }
  if (typeof store?.consume !== 'function') {
    throw new TypeError('throttling.store must be a store, such as memoryStore().');
  }
  if (typeof clock !== 'function' || !Number.isFinite(clock())) {
    throw new TypeError('throttling.clock must be a function that returns milliseconds.');
  }
  const clients = new ClientTracker(tracker, shared.trustedProxies);
  return { policies, store, clock, clients, routes: new RouteTable(policies) };
}

function checkPolicies(policies: readonly ThrottlingPolicy[]): void {
  if (!Array.isArray(policies)) {
    throw new TypeError('throttling.policies must be a list of { name, limit, windowMs }.');
  }
  const names = new Set<string>();
  for (const [index, policy] of (policies as readonly ThrottlingPolicy[]).entries()) {
    const where = `throttling.policies[${index}]`;
    checkOptions(where, policy, ['name', 'limit', 'windowMs']);
    if (typeof policy.name !== 'string' || policy.name === '') {
      throw new TypeError(`${where}.name must be a text, such as "default".`);
    }
    if (names.has(policy.name)) {
      throw new TypeError(`${where}.name repeats "${policy.name}": give each policy its own name.`);
    }
    names.add(policy.name);
    checkedInteger(`${where}.limit`, policy.limit, 1);
    checkedInteger(`${where}.windowMs`, policy.windowMs, 1);
  }
}
