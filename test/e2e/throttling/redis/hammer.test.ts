import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { RatePolicy } from 'nestjs-errors';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeRedis } from '../../../support/redis/describe-redis';
import { RedisServer } from '../../../support/redis/redis-server';
import { policy } from './policies';

const PROCESSES = 4;
const FOR_MS = 1_200;

interface Report {
  readonly admitted: number;
  readonly startMs: number;
  readonly endMs: number;
}

describeRedis('Four processes that hammer one key', () => {
  let server: RedisServer;
  let processes: ChildProcess[];
  beforeAll(async () => {
    server = await RedisServer.start();
    const program = join(__dirname, 'hammer-process.mjs');
    processes = Array.from({ length: PROCESSES }, () => fork(program));
    await Promise.all(processes.map((child) => once(child, 'message')));
  });
  afterAll(async () => {
    for (const child of processes) child.kill();
    await server.stop();
  });

  async function hammer(limit: RatePolicy, leaseMs: number) {
    const task = { port: server.port, policy: limit, leaseMs, forMs: FOR_MS };
    const reports = await Promise.all(processes.map((child) => report(child, task)));
    const lastedMs =
      Math.max(...reports.map(({ endMs }) => endMs)) -
      Math.min(...reports.map(({ startMs }) => startMs));
    return { admitted: reports.reduce((sum, { admitted }) => sum + admitted, 0), lastedMs };
  }

  it.each([0, 100])(
    'admit exactly the limit of a fixed window, with leases of %i ms',
    async (leaseMs) => {
      const limit = policy(`window-${leaseMs}`, { limit: 1_000 });
      expect((await hammer(limit, leaseMs)).admitted).toBe(1_000);
    },
  );

  it.each([0, 100])('admit exactly the limit of a month, with leases of %i ms', async (leaseMs) => {
    const calendar = { per: 'month', timeZone: zoneInMidMonth() } as const;
    const month = {
      algorithm: 'calendar',
      calendar,
      windowMs: 2_592_000_000,
      limit: 1_000,
    } as const;
    expect((await hammer(policy(`month-${leaseMs}`, month), leaseMs)).admitted).toBe(1_000);
  });

  it.each([0, 200])(
    'stay within limit and rate of a sliding window, with leases of %i ms',
    async (leaseMs) => {
      const rate = { algorithm: 'sliding-window', limit: 400, windowMs: 800 } as const;
      const { admitted, lastedMs } = await hammer(policy(`sliding-${leaseMs}`, rate), leaseMs);
      expect(admitted).toBeLessThanOrEqual(400 + Math.ceil((400 * (lastedMs + leaseMs)) / 800));
      expect(admitted).toBeGreaterThan(400);
    },
  );

  it.each([0, 200])(
    'stay within burst and rate of a bucket, with leases of %i ms',
    async (leaseMs) => {
      const rate = { algorithm: 'token-bucket', limit: 400, windowMs: 1_000, burst: 200 } as const;
      const { admitted, lastedMs } = await hammer(policy(`bucket-${leaseMs}`, rate), leaseMs);
      expect(admitted).toBeLessThanOrEqual(200 + Math.ceil((400 * (lastedMs + leaseMs)) / 1_000));
      expect(admitted).toBeGreaterThan(200);
    },
  );
});

/** No month ends there in the next minutes. */
function zoneInMidMonth(): string {
  const isNearEnd = new Date(Date.now() + 600_000).getUTCDate() !== new Date().getUTCDate();
  return isNearEnd ? 'Asia/Tokyo' : 'UTC';
}

async function report(child: ChildProcess, task: object): Promise<Report> {
  const answer = once(child, 'message');
  child.send(task);
  const [told] = (await answer) as [Report];
  return told;
}
