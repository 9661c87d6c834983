import type { Formulas } from './formulas';

/** The end of the period that an instant falls into; only the three that were sent are known. */
const endsAt = (period: string, instant: string) => `
    local period = ${period}
    local ends = period[3]
    if ${instant} < period[1] then ends = period[1] elseif ${instant} < period[2] then ends = period[2] end`;

/**
 * The formulas of `algorithms/calendar.ts`. State: used, ends at. The caller knows the calendar: it
 * sends the period of its own clock and the end of the next, of which the server's clock chooses.
 */
export const CALENDAR: Formulas = {
  advance: `${endsAt('hit.period', 'now')}
    if now >= ends or now < 2 * period[1] - period[2] then
      error('the clocks of this process and of the server are more than a calendar period apart')
    end
    if cells[2] <= now then cells[1] = 0 end
    isBack = cells[2] > ends
    cells[2] = ends`,
  wait: `
    if cells[1] + cost > hit.limit then wait = cells[2] - now end`,
  charge: `
    cells[1] = cells[1] + cost`,
  refund: `${endsAt('hit.chargedPeriod', 'chargedAt')}
    if ends == cells[2] then cells[1] = math.max(0, cells[1] - cost) end`,
  remaining: `
    remaining = math.max(0, hit.limit - cells[1])`,
  resetAt: `
    resetAt = cells[1] == 0 and now or cells[2]`,
};
