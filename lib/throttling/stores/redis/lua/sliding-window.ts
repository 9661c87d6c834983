import type { Formulas } from './formulas';

/** The formulas of `algorithms/sliding-window.ts`, line by line. State: used, starts at, before. */
export const SLIDING_WINDOW: Formulas = {
  advance: `
    local elapsed, window = now - cells[2], hit.windowMs
    if elapsed < 0 then
      cells[2] = now
      isBack = true
    elseif elapsed >= window then
      local isNext = elapsed < 2 * window
      cells[3] = isNext and cells[1] or 0
      cells[1] = 0
      cells[2] = isNext and cells[2] + window or now
    end`,
  wait: `
    local limit, window = hit.limit, hit.windowMs
    local left = cells[2] + window - now
    local spare = limit - cells[1] - cost
    if cells[3] * left > spare * window then
      if cost > limit then
        wait = window
      elseif spare >= 0 then
        wait = left - math.floor(spare * window / cells[3])
      else
        wait = left + window - math.floor((limit - cost) * window / cells[1])
      end
    end`,
  charge: `
    if cells[1] == 0 and cells[3] == 0 then cells[2] = now end
    cells[1] = cells[1] + cost`,
  refund: `
    if chargedAt >= cells[2] - hit.windowMs then
      local cell = chargedAt >= cells[2] and 1 or 3
      cells[cell] = math.max(0, cells[cell] - cost)
    end`,
  remaining: `
    local left = cells[2] + hit.windowMs - now
    local counting = math.ceil(cells[3] * left / hit.windowMs)
    remaining = math.max(0, hit.limit - cells[1] - counting)`,
  resetAt: `
    if cells[1] == 0 and cells[3] == 0 then
      resetAt = now
    else
      resetAt = cells[2] + (cells[1] > 0 and 2 or 1) * hit.windowMs
    end`,
};
