import { ThrottlerStorageService } from '@nestjs/throttler';
import { MemoryStore as ExpressMemoryStore, type Options } from 'express-rate-limit';
import { memoryStore, type RatePolicy } from 'nestjs-errors';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { addresses, randomPlaces } from './keys';
import type { Subject } from './rounds';

const LIMIT = 100_000;
const WINDOW_MS = 60_000;

const policy: RatePolicy = {
  ...{ id: 'default', name: 'default', algorithm: 'fixed-window', calendar: undefined },
  ...{ limit: LIMIT, burst: LIMIT, windowMs: WINDOW_MS, isShadow: false },
  ...{ blockMs: 0, blockFactor: 1, blockMaxMs: 0 },
};

/** Our store, one hit at a time, over so many clients. */
export function ours(clients: number, changes: Partial<RatePolicy> = {}): Subject {
  const store = memoryStore({ maxKeys: 2_000_000 });
  const keys = addresses(clients);
  const place = randomPlaces(clients);
  const changed = { ...policy, ...changes };
  return (operations) => {
    for (let count = 0; count < operations; count++) {
      store.consume([{ policy: changed, key: keys[place()] as string, cost: 1 }], Date.now());
    }
  };
}

/** Limiters of other libraries, on their own, in memory. */
export const limiters = {
  'rate-limiter-flexible': (clients: number) => {
    const flexible = new RateLimiterMemory({ points: LIMIT, duration: WINDOW_MS / 1_000 });
    return asking(clients, async (key) => flexible.consume(key));
  },
  'express-rate-limit': (clients: number) => {
    const express = new ExpressMemoryStore();
    express.init({ windowMs: WINDOW_MS } as Options);
    return asking(clients, async (key) => express.increment(key));
  },
  '@nestjs/throttler storage': (clients: number) => {
    const throttler = new ThrottlerStorageService();
    return asking(clients, async (key) =>
      throttler.increment(key, WINDOW_MS, LIMIT, WINDOW_MS, 'default'),
    );
  },
};

function asking(clients: number, ask: (key: string) => Promise<unknown>): Subject {
  const keys = addresses(clients);
  const place = randomPlaces(clients);
  return async (operations) => {
    for (let count = 0; count < operations; count++) await ask(keys[place()] as string);
  };
}

/** Finds a key, and does nothing else. */
export function lookUp(clients: number): Subject {
  const keys = addresses(clients);
  const place = randomPlaces(clients);
  const counts = new Map(addresses(clients).map((key) => [key, 1]));
  return (operations) => {
    let total = 0;
    for (let count = 0; count < operations; count++)
      total += counts.get(keys[place()] as string) ?? 0;
    if (total !== operations) throw new Error('A key was not found.');
  };
}
