import type { Decision, PolicyHit, PolicyState, RateLimitStore } from './rate-limit-store';

/** What a `ThrottlerStorage` of \@nestjs/throttler tells of one hit; times are in whole seconds. */
export interface ThrottlerStorageRecordLike {
  readonly totalHits: number;
  readonly timeToExpire: number;
  readonly isBlocked: boolean;
  readonly timeToBlockExpire: number;
}

/** A `ThrottlerStorage` of \@nestjs/throttler, such as one of its Redis storages. */
export interface ThrottlerStorageLike {
  increment(
    key: string,
    ttl: number,
    limit: number,
    blockDuration: number,
    throttlerName: string,
  ): Promise<ThrottlerStorageRecordLike>;
}

export function isThrottlerStorage(store: object): store is ThrottlerStorageLike {
  return typeof (store as Partial<ThrottlerStorageLike>).increment === 'function';
}

/**
 * Counts in a `ThrottlerStorage`: one call a policy, in windows as the storage has them. It knows
 * neither costs nor other algorithms, it cannot look without counting, and a request that one policy
 * refuses is charged by all.
 */
export class ThrottlerStorageStore implements RateLimitStore {
  constructor(private readonly storage: ThrottlerStorageLike) {}

  async consume(hits: readonly PolicyHit[], nowMs: number): Promise<Decision> {
    const states = await Promise.all(hits.map((hit) => this.#increment(hit, nowMs)));
    const isAllowed = states.every(
      ({ policy, retryAtMs }) => policy.isShadow || retryAtMs === undefined,
    );
    return { isAllowed, states };
  }

  async #increment({ policy, key, cost }: PolicyHit, nowMs: number): Promise<PolicyState> {
    if (cost !== 1) throw new TypeError('A ThrottlerStorage counts every request as one.');
    const { id, name, limit, windowMs, blockMs } = policy;
    // Storages on Redis fail with a block of no length.
    const blockDuration = Math.max(1, blockMs);
    const record = await this.storage.increment(
      `${id} ${key}`,
      windowMs,
      limit,
      blockDuration,
      name,
    );
    const { totalHits, timeToExpire, isBlocked, timeToBlockExpire } = record;
    const isViolated = isBlocked || totalHits > limit;
    const waitSeconds = isBlocked ? Math.max(timeToExpire, timeToBlockExpire) : timeToExpire;
    const resetAtMs = nowMs + Math.max(0, waitSeconds) * 1_000;
    return {
      policy,
      remaining: isViolated ? 0 : limit - totalHits,
      resetAtMs,
      retryAtMs: isViolated ? Math.max(nowMs + 1, resetAtMs) : undefined,
    };
  }
}
