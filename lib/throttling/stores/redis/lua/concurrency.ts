import type { Formulas } from './formulas';

/**
 * As `algorithms/concurrency.ts`, but each request in flight is an entry that ends by itself, so that
 * a process that dies gives its places back. State: in flight.
 */
export const CONCURRENCY: Formulas = {
  advance: `
    -- Joined to a text, a number would lose all but 14 digits.
    local after = '(' .. string.format('%.0f', now)
    cells[1] = redis.call('ZCOUNT', KEYS[hit.entries], after, '+inf')`,
  wait: `
    if cells[1] + cost > hit.limit then wait = 1000 end`,
  charge: `
    redis.call('ZREMRANGEBYSCORE', KEYS[hit.entries], '-inf', now)
    redis.call('ZADD', KEYS[hit.entries], now + hit.inFlightMs, hit.entry)
    redis.call('PEXPIRE', KEYS[hit.entries], lifetime(hit.inFlightMs))
    cells[1] = cells[1] + 1`,
  refund: `
    cells[1] = cells[1] - redis.call('ZREM', KEYS[hit.entries], hit.entry)`,
  remaining: `
    remaining = math.max(0, hit.limit - cells[1])`,
  resetAt: `
    resetAt = cells[1] == 0 and now or now + 1000`,
};
