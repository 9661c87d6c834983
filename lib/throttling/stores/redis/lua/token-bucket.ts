/** The formulas of `algorithms/token-bucket.ts`, line by line. State: missing, seen at. */
export const TOKEN_BUCKET = `
  advance = function(cells, policy)
    local elapsed = now - cells[2]
    if elapsed > 0 then cells[1] = math.max(0, cells[1] - elapsed * policy.limit) end
    cells[2] = now
    return elapsed < 0
  end,
  wait = function(cells, policy, cost)
    local lacking = cells[1] + (cost - policy.burst) * policy.windowMs
    if lacking <= 0 then return 0 end
    if cost > policy.burst then return policy.windowMs end
    return math.ceil(lacking / policy.limit)
  end,
  charge = function(cells, policy, cost)
    cells[1] = math.min(cells[1] + cost * policy.windowMs, ${Number.MAX_SAFE_INTEGER})
  end,
  refund = function(cells, policy, cost)
    cells[1] = math.max(0, cells[1] - cost * policy.windowMs)
  end,
  remaining = function(cells, policy)
    return math.max(0, policy.burst - math.ceil(cells[1] / policy.windowMs))
  end,
  resetAt = function(cells, policy)
    return now + math.ceil(cells[1] / policy.limit)
  end
`;
