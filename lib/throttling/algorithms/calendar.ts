import type { CalendarPeriod } from '../stores/rate-limit-store';
import type { Algorithm } from './algorithm';
import { calendarWindow } from './calendar-window';

/** State: the credits used, and the end of the period they were used in. */
const USED = 0;
const ENDS_AT = 1;

/** Days or months of a calendar, the same for every client. */
export const calendar: Algorithm = {
  advance(cells, at, policy, nowMs) {
    if ((cells[at + ENDS_AT] as number) <= nowMs) cells[at + USED] = 0;
    // Also where the clock was set back, to before the period that was counted in.
    cells[at + ENDS_AT] = calendarWindow(policy.calendar as CalendarPeriod, nowMs).endsAtMs;
  },

  waitMs(cells, at, { limit }, cost, nowMs) {
    const used = cells[at + USED] as number;
    return used + cost <= limit ? 0 : (cells[at + ENDS_AT] as number) - nowMs;
  },

  charge(cells, at, _policy, cost) {
    cells[at + USED] = (cells[at + USED] as number) + cost;
  },

  refund(cells, at, policy, cost, chargedAtMs) {
    const window = calendarWindow(policy.calendar as CalendarPeriod, chargedAtMs);
    if (window.endsAtMs !== cells[at + ENDS_AT]) return;
    cells[at + USED] = Math.max(0, (cells[at + USED] as number) - cost);
  },

  remaining(cells, at, { limit }) {
    return Math.max(0, limit - (cells[at + USED] as number));
  },

  resetAtMs(cells, at, _policy, nowMs) {
    return cells[at + USED] === 0 ? nowMs : (cells[at + ENDS_AT] as number);
  },
};
