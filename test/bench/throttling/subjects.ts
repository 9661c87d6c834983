import { guardOf } from './guards';
import { limiters, lookUp, ours } from './limiters';
import type { Subject } from './rounds';

const CLIENTS = 100_000;
export const SIZES = [1_000, 10_000, 100_000, 1_000_000] as const;

/** Everything that is measured, each made in a process of its own. */
export const subjects = {
  'guard, 1 policy': async () => guardOf('ours', 1),
  'guard of @nestjs/throttler, 1 policy': async () => guardOf('throttler', 1),
  'guard, 3 policies': async () => guardOf('ours', 3),
  'guard of @nestjs/throttler, 3 policies': async () => guardOf('throttler', 3),
  'memoryStore()': () => ours(CLIENTS),
  'express-rate-limit `MemoryStore`': () => limiters['express-rate-limit'](CLIENTS),
  'rate-limiter-flexible `RateLimiterMemory`': () => limiters['rate-limiter-flexible'](CLIENTS),
  '@nestjs/throttler storage': () => limiters['@nestjs/throttler storage'](CLIENTS),
  // What to find a key among so many costs any of them, at least; and to read the clock.
  'finding the key in a bare `Map`': () => lookUp(CLIENTS),
  'reading the clock': () => clock,
  'sliding-window': () => ours(CLIENTS, { algorithm: 'sliding-window' }),
  'token-bucket': () => ours(CLIENTS, { algorithm: 'token-bucket' }),
  calendar: () =>
    ours(CLIENTS, { algorithm: 'calendar', calendar: { per: 'day', timeZone: 'UTC' } }),
  '1000 keys': () => ours(SIZES[0]),
  '10000 keys': () => ours(SIZES[1]),
  '100000 keys': () => ours(SIZES[2]),
  '1000000 keys': () => ours(SIZES[3]),
} as const satisfies Record<string, () => Subject | Promise<Subject>>;

export type SubjectName = keyof typeof subjects;

function clock(operations: number): void {
  let latestMs = 0;
  for (let count = 0; count < operations; count++) latestMs = Math.max(latestMs, Date.now());
  if (latestMs === 0) throw new Error('The clock stands still.');
}
