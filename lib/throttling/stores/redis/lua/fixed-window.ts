/** The formulas of `algorithms/fixed-window.ts`, line by line. State: used, ends at. */
export const FIXED_WINDOW = `
  advance = function(cells, policy)
    local left = cells[2] - now
    if left <= 0 then
      cells[1] = 0
    elseif left > policy.windowMs then
      cells[2] = now + policy.windowMs
      return true
    end
  end,
  wait = function(cells, policy, cost)
    if cells[1] + cost <= policy.limit then return 0 end
    return cells[1] > 0 and cells[2] > now and cells[2] - now or policy.windowMs
  end,
  charge = function(cells, policy, cost)
    if cells[1] == 0 or cells[2] <= now then cells[2] = now + policy.windowMs end
    cells[1] = cells[1] + cost
  end,
  refund = function(cells, policy, cost, chargedAt)
    if chargedAt < cells[2] - policy.windowMs then return end
    cells[1] = math.max(0, cells[1] - cost)
  end,
  remaining = function(cells, policy)
    return math.max(0, policy.limit - cells[1])
  end,
  resetAt = function(cells)
    return cells[1] == 0 and now or math.max(now, cells[2])
  end
`;
