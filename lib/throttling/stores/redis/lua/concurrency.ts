/**
 * As `algorithms/concurrency.ts`, but each request in flight is an entry that ends by itself, so that
 * a process that dies gives its places back. State: in flight.
 */
export const CONCURRENCY = `
  advance = function(cells, policy)
    cells[1] = redis.call('ZCOUNT', KEYS[policy.entries], '(' .. whole(now), '+inf')
  end,
  wait = function(cells, policy, cost)
    return cells[1] + cost <= policy.limit and 0 or 1000
  end,
  charge = function(cells, policy, cost)
    redis.call('ZREMRANGEBYSCORE', KEYS[policy.entries], '-inf', whole(now))
    redis.call('ZADD', KEYS[policy.entries], whole(now + policy.inFlightMs), policy.entry)
    redis.call('PEXPIRE', KEYS[policy.entries], whole(lifetime(policy.inFlightMs)))
    cells[1] = cells[1] + 1
  end,
  refund = function(cells, policy)
    cells[1] = cells[1] - redis.call('ZREM', KEYS[policy.entries], policy.entry)
  end,
  remaining = function(cells, policy)
    return math.max(0, policy.limit - cells[1])
  end,
  resetAt = function(cells)
    return cells[1] == 0 and now or now + 1000
  end
`;
