import { checkOptions } from '../../../check-options';
import { checkedInteger } from '../../checked-integer';

/** Options of `redisStore()`. */
export interface RedisStoreOptions {
  /**
   * Begins every key, so that applications can share a server. No braces: they mark what decides the
   * slot of a key in a cluster.
   * @default 'rate-limit:'
   */
  readonly keyPrefix?: string | undefined;
  /**
   * Milliseconds for which a request counts as in flight at most, under a policy of `concurrency`:
   * the places of a process that died are free again after so long.
   * @default 60_000
   */
  readonly inFlightMs?: number | undefined;
  /**
   * Milliseconds for which a process may admit requests of a busy client from credits that it has
   * borrowed, without a round trip; 0 for never. A fixed or calendar window still admits no more than
   * its limit; token buckets and sliding windows at most `limit * leaseMs / windowMs` more in any
   * stretch of time, however many processes there are.
   * @default 0
   */
  readonly leaseMs?: number | undefined;
  /** Requests that one loan covers at most; never more than half of what is left. @default 256 */
  readonly maxLeaseRequests?: number | undefined;
}

export type ResolvedRedisStoreOptions = {
  readonly [Name in keyof RedisStoreOptions]-?: NonNullable<RedisStoreOptions[Name]>;
};

const DEFAULTS: ResolvedRedisStoreOptions = {
  keyPrefix: 'rate-limit:',
  inFlightMs: 60_000,
  leaseMs: 0,
  maxLeaseRequests: 256,
};

/** @throws TypeError naming the wrong option and its fix */
export function resolveRedisStoreOptions(options: RedisStoreOptions): ResolvedRedisStoreOptions {
  checkOptions('redisStore', options, Object.keys(DEFAULTS));
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  const resolved = { ...DEFAULTS, ...(Object.fromEntries(given) as RedisStoreOptions) };
  const { keyPrefix, inFlightMs, leaseMs, maxLeaseRequests } =
    resolved as ResolvedRedisStoreOptions;
  if (typeof keyPrefix !== 'string' || /[{}]/.test(keyPrefix)) {
    throw new TypeError('redisStore: keyPrefix must be a text without braces.');
  }
  checkedInteger('redisStore: inFlightMs', inFlightMs, 1);
  checkedInteger('redisStore: leaseMs', leaseMs, 0);
  checkedInteger('redisStore: maxLeaseRequests', maxLeaseRequests, 1);
  return { keyPrefix, inFlightMs, leaseMs, maxLeaseRequests };
}
