import { calendarWindow } from '../../algorithms/calendar-window';
import type { CalendarPeriod } from '../rate-limit-store';

/** The start and the end of a period, and the end of the next. */
export type PeriodBounds = readonly [startsAtMs: number, endsAtMs: number, nextEndsAtMs: number];

/** The last bounds of each period and zone: nearly every request falls between them. */
const latest = new Map<string, PeriodBounds>();

/** The period that an instant falls into, and the next: another clock may already be there. */
export function periodBounds(period: CalendarPeriod, atMs: number): PeriodBounds {
  const name = `${period.per} ${period.timeZone}`;
  const known = latest.get(name);
  if (known && known[0] <= atMs && atMs < known[1]) return known;
  const { startsAtMs, endsAtMs } = calendarWindow(period, atMs);
  const bounds = [startsAtMs, endsAtMs, calendarWindow(period, endsAtMs).endsAtMs] as const;
  latest.set(name, bounds);
  return bounds;
}
