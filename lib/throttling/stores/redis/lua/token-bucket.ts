import type { Formulas } from './formulas';

/** The formulas of `algorithms/token-bucket.ts`, line by line. State: missing, seen at. */
export const TOKEN_BUCKET: Formulas = {
  advance: `
    local elapsed = now - cells[2]
    if elapsed > 0 then cells[1] = math.max(0, cells[1] - elapsed * hit.limit) end
    cells[2] = now
    isBack = elapsed < 0`,
  wait: `
    local lacking = cells[1] + (cost - hit.burst) * hit.windowMs
    if lacking > 0 then
      wait = cost > hit.burst and hit.windowMs or math.ceil(lacking / hit.limit)
    end`,
  charge: `
    cells[1] = math.min(cells[1] + cost * hit.windowMs, ${Number.MAX_SAFE_INTEGER})`,
  refund: `
    cells[1] = math.max(0, cells[1] - cost * hit.windowMs)`,
  remaining: `
    remaining = math.max(0, hit.burst - math.ceil(cells[1] / hit.windowMs))`,
  resetAt: `
    resetAt = now + math.ceil(cells[1] / hit.limit)`,
};
