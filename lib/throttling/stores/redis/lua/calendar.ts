/**
 * The formulas of `algorithms/calendar.ts`. State: used, ends at. The caller knows the calendar: it
 * sends the period of its own clock and the end of the next, of which the server's clock chooses.
 */
export const CALENDAR = `
  advance = function(cells, policy)
    local period = policy.period
    local ends = now < period[1] and period[1] or now < period[2] and period[2] or period[3]
    if now >= ends or now < 2 * period[1] - period[2] then
      error('the clocks of this process and of the server are more than a calendar period apart')
    end
    if cells[2] <= now then cells[1] = 0 end
    local isBack = cells[2] > ends
    cells[2] = ends
    return isBack
  end,
  wait = function(cells, policy, cost)
    return cells[1] + cost <= policy.limit and 0 or cells[2] - now
  end,
  charge = function(cells, policy, cost)
    cells[1] = cells[1] + cost
  end,
  refund = function(cells, policy, cost, chargedAt)
    local period = policy.chargedPeriod
    local ends = chargedAt < period[1] and period[1] or chargedAt < period[2] and period[2] or period[3]
    if ends ~= cells[2] then return end
    cells[1] = math.max(0, cells[1] - cost)
  end,
  remaining = function(cells, policy)
    return math.max(0, policy.limit - cells[1])
  end,
  resetAt = function(cells)
    return cells[1] == 0 and now or cells[2]
  end
`;
