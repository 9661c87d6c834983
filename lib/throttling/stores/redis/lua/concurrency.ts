import type { Formulas } from './formulas';

/**
 * As `algorithms/concurrency.ts`, but each request in flight is an entry that ends by itself, so that
 * a process that dies gives its places back. State: in flight.
 */
export const CONCURRENCY: Formulas = {
  advance: `
    cells[1] = redis.call('ZCOUNT', KEYS[hit.entries], '(' .. whole(now), '+inf')`,
  wait: `
    if cells[1] + cost > hit.limit then wait = 1000 end`,
  charge: `
    redis.call('ZREMRANGEBYSCORE', KEYS[hit.entries], '-inf', whole(now))
    redis.call('ZADD', KEYS[hit.entries], whole(now + hit.inFlightMs), hit.entry)
    redis.call('PEXPIRE', KEYS[hit.entries], lifetime(hit.inFlightMs))
    cells[1] = cells[1] + 1`,
  refund: `
    cells[1] = cells[1] - redis.call('ZREM', KEYS[hit.entries], hit.entry)`,
  remaining: `
    remaining = math.max(0, hit.limit - cells[1])`,
  resetAt: `
    resetAt = cells[1] == 0 and now or now + 1000`,
};
