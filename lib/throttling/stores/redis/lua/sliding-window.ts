/** The formulas of `algorithms/sliding-window.ts`, line by line. State: used, starts at, before. */
export const SLIDING_WINDOW = `
  advance = function(cells, policy)
    local elapsed, window = now - cells[2], policy.windowMs
    if elapsed >= 0 and elapsed < window then return end
    if elapsed < 0 then
      cells[2] = now
      return true
    end
    local isNext = elapsed < 2 * window
    cells[3] = isNext and cells[1] or 0
    cells[1] = 0
    cells[2] = isNext and cells[2] + window or now
  end,
  wait = function(cells, policy, cost)
    local limit, window = policy.limit, policy.windowMs
    local left = cells[2] + window - now
    local spare = limit - cells[1] - cost
    if cells[3] * left <= spare * window then return 0 end
    if cost > limit then return window end
    if spare >= 0 then return left - math.floor(spare * window / cells[3]) end
    return left + window - math.floor((limit - cost) * window / cells[1])
  end,
  charge = function(cells, policy, cost)
    if cells[1] == 0 and cells[3] == 0 then cells[2] = now end
    cells[1] = cells[1] + cost
  end,
  refund = function(cells, policy, cost, chargedAt)
    if chargedAt < cells[2] - policy.windowMs then return end
    local cell = chargedAt >= cells[2] and 1 or 3
    cells[cell] = math.max(0, cells[cell] - cost)
  end,
  remaining = function(cells, policy)
    local left = cells[2] + policy.windowMs - now
    local counting = math.ceil(cells[3] * left / policy.windowMs)
    return math.max(0, policy.limit - cells[1] - counting)
  end,
  resetAt = function(cells, policy)
    if cells[1] == 0 and cells[3] == 0 then return now end
    return cells[2] + (cells[1] > 0 and 2 or 1) * policy.windowMs
  end
`;
