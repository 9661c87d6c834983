import type { Formulas } from './formulas';

/** The formulas of `algorithms/fixed-window.ts`, line by line. State: used, ends at. */
export const FIXED_WINDOW: Formulas = {
  advance: `
    local left = cells[2] - now
    if left <= 0 then
      cells[1] = 0
    elseif left > hit.windowMs then
      cells[2] = now + hit.windowMs
      isBack = true
    end`,
  wait: `
    if cells[1] + cost > hit.limit then
      wait = cells[1] > 0 and cells[2] > now and cells[2] - now or hit.windowMs
    end`,
  charge: `
    if cells[1] == 0 or cells[2] <= now then cells[2] = now + hit.windowMs end
    cells[1] = cells[1] + cost`,
  refund: `
    if chargedAt >= cells[2] - hit.windowMs then cells[1] = math.max(0, cells[1] - cost) end`,
  remaining: `
    remaining = math.max(0, hit.limit - cells[1])`,
  resetAt: `
    resetAt = cells[1] > 0 and cells[2] > now and cells[2] or now`,
};
