import { setTimeout as sleep } from 'node:timers/promises';
import { Controller, Get } from '@nestjs/common';
import { Redis } from 'ioredis';
import { type RedisClient, redisStore, type ThrottlingOptions } from 'nestjs-errors';
import { expect } from 'vitest';
import { type CreateAdapter, startApp } from '../../../support/platforms';
import type { Requester } from '../../../support/request';

export const LIMIT = 20;
export const DEADLINE_MS = 250;
/** What a busy machine adds to a deadline. */
const NOISE_MS = 1_500;
const MOST_ATTEMPTS = 400;

@Controller()
class WorkController {
  @Get('work')
  work() {
    return 'done';
  }
}

/** Requests of many clients, one after the other in each of a few lines. */
export class Load {
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

/** An application of one limited route, whose clients name themselves. */
export async function startLimited(
  create: CreateAdapter,
  client: RedisClient,
  changes: ThrottlingOptions = {},
): Promise<Requester> {
  const { send } = await startApp(create, {
    controllers: [WorkController],
    options: {
      throttling: {
        policies: [{ name: 'default', limit: LIMIT, windowMs: 60_000 }],
        tracker: (context) => context.switchToHttp().getRequest().headers['x-user'],
        store: redisStore(client),
        storeDeadlineMs: DEADLINE_MS,
        ...changes,
      },
    },
  });
  return send;
}

/** Every request was decided, within the deadline. */
export function expectUnharmed({ answers }: Load): void {
  const statuses = new Set(answers.map(({ status }) => status));
  expect([...statuses].filter((status) => status !== 200 && status !== 429)).toEqual([]);
  const slowest = Math.max(...answers.map(({ tookMs }) => tookMs));
  expect(slowest).toBeLessThan(DEADLINE_MS + NOISE_MS);
}

/** Waits until requests are counted at the server on this port. */
export async function untilCounted(send: Requester, port: number): Promise<void> {
  const admin = new Redis(port, '127.0.0.1').on('error', () => {});
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
  throw new Error('Requests are not counted at the server.');
}

export async function admitted(send: Requester, user: string): Promise<number> {
  const requests = Array.from({ length: LIMIT + 10 }, () =>
    send('/work', { headers: { 'x-user': user } }),
  );
  const answers = await Promise.all(requests);
  return answers.filter(({ status }) => status === 200).length;
}

/** A client is held to its limit; if the machine was too busy for the deadline, another one. */
export async function expectLimited(send: Requester, user: string): Promise<void> {
  let attempt = 0;
  await expect.poll(() => admitted(send, `${user}-${attempt++}`), { timeout: 10_000 }).toBe(LIMIT);
}
