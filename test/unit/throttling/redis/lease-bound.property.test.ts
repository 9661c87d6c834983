import * as fc from 'fast-check';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ratePolicy } from '../../../../lib/throttling/rate-policy';
import { LeasingStore } from '../../../../lib/throttling/stores/redis/leases/leasing-store';
import { connectionOf } from '../../../../lib/throttling/stores/redis/redis-client';
import { RedisStore } from '../../../../lib/throttling/stores/redis/redis-store';
import { resolveRedisStoreOptions } from '../../../../lib/throttling/stores/redis/redis-store.options';
import type {
  RateLimitStore,
  RatePolicy,
} from '../../../../lib/throttling/stores/rate-limit-store';
import { describeRedis } from '../../../support/redis/describe-redis';
import { RedisServer } from '../../../support/redis/redis-server';

const DAY_MS = 86_400_000;
const LEASE_MS = 40;
const WINDOW_MS = 200;
const NODES = 3;

/** A request that was admitted: when, and when the state said that all is available again. */
interface Admission {
  readonly atMs: number;
  readonly resetAtMs: number;
}

interface Traffic {
  readonly limit: number;
  readonly burst: number;
  readonly maxLeaseRequests: number;
  readonly bursts: readonly { node: number; requests: number; elapsedMs: number }[];
}

/** Bursts of requests, each of them at one node, and what passes between them. */
const traffic: fc.Arbitrary<Traffic> = fc.record({
  limit: fc.integer({ min: 4, max: 60 }),
  burst: fc.integer({ min: 1, max: 80 }),
  maxLeaseRequests: fc.integer({ min: 2, max: 64 }),
  bursts: fc.array(
    fc.record({
      node: fc.nat({ max: NODES - 1 }),
      requests: fc.integer({ min: 1, max: 40 }),
      elapsedMs: fc.oneof(fc.nat({ max: 8 }), fc.nat({ max: 60 }), fc.nat({ max: 500 })),
    }),
    { minLength: 10, maxLength: 60 },
  ),
});

describeRedis('However nodes share leases', () => {
  let server: RedisServer;
  let client: Redis;
  let run = 0;
  beforeAll(async () => {
    server = await RedisServer.start();
    client = new Redis(server.port);
  });
  afterAll(async () => {
    client.disconnect();
    await server.stop();
  });

  /** What nodes admit of the traffic, each with clocks of its own that agree on how time passes. */
  async function admitted(
    policy: RatePolicy,
    { maxLeaseRequests, bursts }: Traffic,
    leaseMs = LEASE_MS,
    startMs = 20_000 * DAY_MS + 777,
  ): Promise<Admission[]> {
    const time = { nowMs: startMs };
    const target = { connection: connectionOf(client), serverMs: () => time.nowMs };
    const options = resolveRedisStoreOptions({ keyPrefix: `${run++}:` });
    const lent = { leaseMs, maxLeaseRequests };
    const nodes = Array.from({ length: NODES }, (_, node) => {
      const strict = new RedisStore(target, options);
      return leaseMs === 0
        ? strict
        : new LeasingStore(strict, lent, () => time.nowMs - 1e12 * node);
    });
    const admissions: Admission[] = [];
    for (const { node, requests, elapsedMs } of bursts) {
      time.nowMs += elapsedMs;
      for (let count = 0; count < requests; count++) {
        const hits = [{ policy, key: ':hot', cost: 1 }];
        const decision = await (nodes[node] as RateLimitStore).consume(hits, time.nowMs);
        const resetAtMs = decision.states[0]?.resetAtMs as number;
        if (decision.isAllowed) admissions.push({ atMs: time.nowMs, resetAtMs });
      }
    }
    for (const node of nodes) if ('release' in node) await node.release();
    return admissions;
  }

  const assertFor = (check: (requests: Traffic) => Promise<void>) =>
    fc.assert(fc.asyncProperty(traffic, check), { numRuns: 60, seed: 20_261_128 });

  describe.each([0, LEASE_MS])('of %i ms, any stretch of time t admits at most', (leaseMs) => {
    it('burst + limit * (t + leaseMs) / windowMs of a token bucket', () =>
      assertFor(async (requests) => {
        const { limit, burst } = requests;
        const bucket = policyOf('token-bucket', { limit, burst });
        expectBound(await admitted(bucket, requests, leaseMs), { leaseMs, burst, limit });
      }));

    it('limit + limit * (t + leaseMs) / windowMs of a sliding window', () =>
      assertFor(async (requests) => {
        const { limit } = requests;
        const sliding = policyOf('sliding-window', { limit });
        expectBound(await admitted(sliding, requests, leaseMs), { leaseMs, burst: limit, limit });
      }));
  });

  it('a fixed window admits its limit, and nothing after its end', () =>
    assertFor(async (requests) => {
      const { limit } = requests;
      const admissions = await admitted(policyOf('fixed-window', { limit }), requests);
      const windows = groupBy(admissions, ({ resetAtMs }) => resetAtMs);
      for (const [endsAtMs, ofWindow] of windows) {
        expect(ofWindow.length).toBeLessThanOrEqual(limit);
        for (const { atMs } of ofWindow) {
          expect(atMs).toBeLessThan(endsAtMs);
          expect(atMs).toBeGreaterThanOrEqual(endsAtMs - WINDOW_MS);
        }
      }
      const ends = [...windows.keys()].toSorted((a, b) => a - b);
      const gaps = ends.slice(1).map((end, index) => end - (ends[index] as number));
      expect(Math.min(WINDOW_MS, ...gaps)).toBe(WINDOW_MS);
    }));

  it('a calendar day admits its limit', () =>
    assertFor(async (requests) => {
      const { limit } = requests;
      const calendar = { per: 'day', timeZone: 'UTC' } as const;
      const daily = policyOf('calendar', { limit, windowMs: DAY_MS, calendar });
      const admissions = await admitted(daily, requests, LEASE_MS, 20_001 * DAY_MS - 300);
      const days = groupBy(admissions, ({ atMs }) => Math.floor(atMs / DAY_MS));
      for (const ofDay of days.values()) expect(ofDay.length).toBeLessThanOrEqual(limit);
    }));
});

function policyOf(
  algorithm: RatePolicy['algorithm'],
  changes: Partial<RatePolicy> & { readonly limit: number },
): RatePolicy {
  const names = { algorithm, id: algorithm, name: algorithm };
  return ratePolicy({ ...names, windowMs: WINDOW_MS, ...changes });
}

function groupBy(
  admissions: readonly Admission[],
  groupOf: (admission: Admission) => number,
): Map<number, Admission[]> {
  const groups = new Map<number, Admission[]>();
  for (const each of admissions) {
    const group = groupOf(each);
    groups.set(group, [...(groups.get(group) ?? []), each]);
  }
  return groups;
}

/** Counts every stretch that begins and ends with an admission. */
function expectBound(
  admissions: readonly Admission[],
  { leaseMs, burst, limit }: { leaseMs: number; burst: number; limit: number },
): void {
  for (const [from, { atMs: startMs }] of admissions.entries()) {
    for (let to = from; to < admissions.length; to++) {
      const stretchMs = (admissions[to] as Admission).atMs - startMs;
      const bound = burst + (limit * (stretchMs + leaseMs)) / WINDOW_MS;
      if (to - from + 1 > bound) {
        expect({ stretchMs, admitted: to - from + 1 }).toEqual({ stretchMs, atMost: bound });
      }
    }
  }
}
