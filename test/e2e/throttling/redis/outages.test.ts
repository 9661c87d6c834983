import { setTimeout as sleep } from 'node:timers/promises';
import { Controller, Get } from '@nestjs/common';
import { Redis } from 'ioredis';
import { redisStore } from 'nestjs-errors';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PLATFORMS, startApp } from '../../../support/platforms';
import { describeRedis } from '../../../support/redis/describe-redis';
import { RedisServer } from '../../../support/redis/redis-server';
import type { Requester } from '../../../support/request';

const LIMIT = 20;
const DEADLINE_MS = 100;
/** What a busy machine adds to a deadline. */
const NOISE_MS = 900;
const MOST_ATTEMPTS = 400;

@Controller()
class WorkController {
  @Get('work')
  work() {
    return 'done';
  }
}

/** Requests of many clients, one after the other in each of a few lines. */
class Load {
  readonly answers: { status: number; tookMs: number }[] = [];
  private isOn = true;
  readonly #lines: Promise<void[]>;

  constructor(send: Requester) {
    this.#lines = Promise.all(Array.from({ length: 4 }, (_, line) => this.#run(send, line)));
  }

  async stop(): Promise<void> {
    this.isOn = false;
    await this.#lines;
  }

  async #run(send: Requester, line: number): Promise<void> {
    for (let count = 0; this.isOn; count++) {
      const startMs = performance.now();
      const user = `load-${line}-${Math.floor(count / 30)}`;
      const { status } = await send('/work', { headers: { 'x-user': user } });
      this.answers.push({ status, tookMs: performance.now() - startMs });
      await sleep(2);
    }
  }
}

const OUTAGES: readonly (readonly [string, (server: RedisServer) => Promise<unknown>])[] = [
  [
    'is killed and comes back empty',
    async (server) => {
      await server.kill();
      await sleep(400);
      await server.restart();
    },
  ],
  [
    'hangs and goes on',
    async (server) => {
      server.pause();
      await sleep(600);
      server.resume();
    },
  ],
  [
    'loses its scripts and all keys',
    async (server) => {
      const admin = new Redis(server.port, '127.0.0.1');
      await admin.script('FLUSH');
      await admin.flushall();
      admin.disconnect();
    },
  ],
];

describeRedis('Amid load', () => {
  let server: RedisServer;
  let client: Redis;
  beforeEach(async () => {
    server = await RedisServer.start();
    client = new Redis(server.port, '127.0.0.1').on('error', () => {});
  });
  afterEach(async () => {
    client.disconnect();
    await server.stop();
  });

  describe.each(PLATFORMS)('on %s', (_name, create) => {
    it.each(OUTAGES)('no request fails or waits while the server %s', async (_outage, strike) => {
      const { send } = await startApp(create, {
        controllers: [WorkController],
        options: {
          throttling: {
            policies: [{ name: 'default', limit: LIMIT, windowMs: 60_000 }],
            tracker: (context) => context.switchToHttp().getRequest().headers['x-user'],
            store: redisStore(client),
            storeDeadlineMs: DEADLINE_MS,
          },
        },
      });
      const load = new Load(send);
      try {
        await sleep(200);
        await strike(server);
        await untilCounted(send, server);
      } finally {
        await load.stop();
      }

      const statuses = new Set(load.answers.map(({ status }) => status));
      expect([...statuses].filter((status) => status !== 200 && status !== 429)).toEqual([]);
      const slowest = Math.max(...load.answers.map(({ tookMs }) => tookMs));
      expect(slowest).toBeLessThan(DEADLINE_MS + NOISE_MS);
      expect(await admitted(send, 'afterwards')).toBe(LIMIT);
    });
  });
});

/** Waits until requests are counted at the server again. */
async function untilCounted(send: Requester, server: RedisServer): Promise<void> {
  const admin = new Redis(server.port, '127.0.0.1').on('error', () => {});
  try {
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      const user = `probe-${attempt}`;
      await send('/work', { headers: { 'x-user': user } });
      if ((await admin.keys(`rate-limit:{${user}}*`)).length > 0) return;
      await sleep(50);
    }
  } finally {
    admin.disconnect();
  }
  throw new Error('Requests are not counted at the server again.');
}

async function admitted(send: Requester, user: string): Promise<number> {
  const requests = Array.from({ length: LIMIT + 10 }, () =>
    send('/work', { headers: { 'x-user': user } }),
  );
  const answers = await Promise.all(requests);
  return answers.filter(({ status }) => status === 200).length;
}
