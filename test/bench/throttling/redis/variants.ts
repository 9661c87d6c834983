import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ThrottlerStorageRedisService } from '@nest-lab/throttler-storage-redis';
import type { Redis } from 'ioredis';
import { ErrorsModule, RateLimiter, type RatePolicy, redisStore } from 'nestjs-errors';
import { RateLimiterRedis } from 'rate-limiter-flexible';

/** Decides about one request of a client. */
type Decide = (client: string) => unknown;

const LIMIT = 100_000_000;
const WINDOWS_MS = [60_000, 3_600_000, 86_400_000];
const LEASE_MS = 100;

function policies(count: number): RatePolicy[] {
  return WINDOWS_MS.slice(0, count).map((windowMs) => ({
    ...{ id: `window-${windowMs}`, name: `${windowMs}`, algorithm: 'fixed-window' },
    ...{ limit: LIMIT, burst: LIMIT, windowMs, calendar: undefined, isShadow: false },
    ...{ blockMs: 0, blockFactor: 1, blockMaxMs: 0 },
  }));
}

function ours(redis: Redis, count: number, leaseMs = 0): Decide {
  const store = redisStore(redis, { leaseMs });
  const limits = policies(count);
  return (key) =>
    store.consume(
      limits.map((policy) => ({ policy, key, cost: 1 })),
      Date.now(),
    );
}

/** As the guard of throttler does it: one policy after the other. */
function nestLab(redis: Redis): Decide {
  const storage = new ThrottlerStorageRedisService(redis);
  return async (client) => {
    for (const windowMs of WINDOWS_MS) {
      await storage.increment(`${windowMs}-${client}`, windowMs, LIMIT, windowMs, `${windowMs}`);
    }
  };
}

function flexible(redis: Redis): Decide {
  const options = { storeClient: redis, points: LIMIT, duration: 60, keyPrefix: 'flexible' };
  const limiter = new RateLimiterRedis(options);
  return (client) => limiter.consume(client);
}

/** Through what the guard asks, too: a client that is over its limit. */
async function denied(redis: Redis): Promise<Decide> {
  const limits = [{ name: 'few', limit: 1, windowMs: 3_600_000, scope: 'manual' }] as const;
  const throttling = { policies: limits, store: redisStore(redis) };

  @Module({ imports: [ErrorsModule.forRoot({ throttling })] })
  class DeniedModule {}

  const app = await NestFactory.createApplicationContext(DeniedModule, { logger: false });
  const limiter = app.get(RateLimiter);
  await limiter.consume({ policy: 'few', client: 'denied' });
  await limiter.consume({ policy: 'few', client: 'denied' });
  return () => limiter.consume({ policy: 'few', client: 'denied' });
}

/** What is measured, each in a process of its own. */
export const VARIANTS = {
  PING: (redis) => () => redis.ping(),
  'one policy': (redis) => ours(redis, 1),
  'three policies': (redis) => ours(redis, 3),
  'three calls of @nest-lab/throttler-storage-redis': nestLab,
  'rate-limiter-flexible RateLimiterRedis, one policy': flexible,
  'one policy with leases': (redis) => ours(redis, 1, LEASE_MS),
  'a refused client, RateLimiter.consume()': denied,
} satisfies Record<string, (redis: Redis) => Decide | Promise<Decide>>;

export type VariantName = keyof typeof VARIANTS;
