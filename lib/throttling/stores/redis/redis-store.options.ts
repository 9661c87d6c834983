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
}

export type ResolvedRedisStoreOptions = {
  readonly [Name in keyof RedisStoreOptions]-?: NonNullable<RedisStoreOptions[Name]>;
};

const DEFAULTS: ResolvedRedisStoreOptions = { keyPrefix: 'rate-limit:', inFlightMs: 60_000 };

/** @throws TypeError naming the wrong option and its fix */
export function resolveRedisStoreOptions(options: RedisStoreOptions): ResolvedRedisStoreOptions {
  checkOptions('redisStore', options, Object.keys(DEFAULTS));
  const { keyPrefix = DEFAULTS.keyPrefix, inFlightMs = DEFAULTS.inFlightMs } = options;
  if (typeof keyPrefix !== 'string' || /[{}]/.test(keyPrefix)) {
    throw new TypeError('redisStore: keyPrefix must be a text without braces.');
  }
  return { keyPrefix, inFlightMs: checkedInteger('redisStore: inFlightMs', inFlightMs, 1) };
}
