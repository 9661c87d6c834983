import type { CalendarPeriod } from '../stores/rate-limit-store';
import { zonedDate } from './zoned-date';

/** A period of the calendar: from its first instant to that of the next. */
export interface CalendarWindow {
  readonly startsAtMs: number;
  readonly endsAtMs: number;
}

const DAY_MS = 86_400_000;
/** No zone is further from UTC, and none moves its clocks by more. */
const MOST_OFFSET_MS = DAY_MS;

/** The last window of each period and zone: nearly every request falls into it. */
const latest = new Map<string, CalendarWindow>();

/** The period that an instant falls into. Options name periods, so that there are few of them. */
export function calendarWindow(period: CalendarPeriod, nowMs: number): CalendarWindow {
  const key = `${period.per} ${period.timeZone}`;
  const known = latest.get(key);
  if (known && known.startsAtMs <= nowMs && nowMs < known.endsAtMs) return known;
  const window = windowAt(period, nowMs);
  latest.set(key, window);
  return window;
}

function windowAt({ per, timeZone }: CalendarPeriod, nowMs: number): CalendarWindow {
  const { year, month, day } = zonedDate(nowMs, timeZone);
  const [first, next] =
    per === 'day'
      ? [Date.UTC(year, month, day), Date.UTC(year, month, day + 1)]
      : [Date.UTC(year, month), Date.UTC(year, month + 1)];
  return { startsAtMs: firstInstant(first, timeZone), endsAtMs: firstInstant(next, timeZone) };
}

/**
 * The first instant of a date in a zone. Midnight may be skipped or happen twice: of the instants
 * that are midnight by the offset before or after, the first that has the date counts.
 */
function firstInstant(midnightAsUtcMs: number, timeZone: string): number {
  const candidates = [-MOST_OFFSET_MS, MOST_OFFSET_MS]
    .map((awayMs) => midnightAsUtcMs - offsetMs(midnightAsUtcMs + awayMs, timeZone))
    .toSorted((a, b) => a - b);
  return candidates.find((at) => dateAsUtcMs(at, timeZone) >= midnightAsUtcMs) as number;
}

function offsetMs(atMs: number, timeZone: string): number {
  const { hour, minute, second } = zonedDate(atMs, timeZone);
  const wallMs = dateAsUtcMs(atMs, timeZone) + ((hour * 60 + minute) * 60 + second) * 1_000;
  return wallMs - Math.floor(atMs / 1_000) * 1_000;
}

function dateAsUtcMs(atMs: number, timeZone: string): number {
  const { year, month, day } = zonedDate(atMs, timeZone);
  return Date.UTC(year, month, day);
}
