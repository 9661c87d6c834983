import { describe, expect, it } from 'vitest';
import { calendarWindow } from '../../../../lib/throttling/algorithms/calendar-window';

describe('A period of the calendar', () => {
  it.each([
    ['day', 'UTC', '2024-02-28T23:59:59.999Z', '2024-02-28T00:00Z', '2024-02-29T00:00Z'],
    ['month', 'UTC', '2024-02-10T12:00Z', '2024-02-01T00:00Z', '2024-03-01T00:00Z'],
    ['month', 'UTC', '2024-12-31T23:59Z', '2024-12-01T00:00Z', '2025-01-01T00:00Z'],
    // A day of 23 hours, one of 25, and months across the change.
    ['day', 'Europe/Berlin', '2024-03-31T12:00Z', '2024-03-30T23:00Z', '2024-03-31T22:00Z'],
    ['day', 'Europe/Berlin', '2024-10-27T12:00Z', '2024-10-26T22:00Z', '2024-10-27T23:00Z'],
    ['month', 'Europe/Berlin', '2024-03-01T00:00Z', '2024-02-29T23:00Z', '2024-03-31T22:00Z'],
    // Midnight is skipped: the day begins at 01:00.
    ['day', 'Africa/Cairo', '2024-04-26T12:00Z', '2024-04-25T22:00Z', '2024-04-26T21:00Z'],
    // Midnight happens twice: the first one counts.
    ['day', 'America/Havana', '2024-11-03T12:00Z', '2024-11-03T04:00Z', '2024-11-04T05:00Z'],
    // 24:00 falls back to 23:00 of the day that was ending.
    ['day', 'America/Asuncion', '2024-03-24T12:00Z', '2024-03-24T04:00Z', '2024-03-25T04:00Z'],
    ['day', 'Asia/Kathmandu', '2024-05-01T12:00Z', '2024-04-30T18:15Z', '2024-05-01T18:15Z'],
    ['day', 'Pacific/Kiritimati', '2024-05-01T12:00Z', '2024-05-01T10:00Z', '2024-05-02T10:00Z'],
    // The day that Samoa left out.
    ['day', 'Pacific/Apia', '2011-12-30T12:00Z', '2011-12-30T10:00Z', '2011-12-31T10:00Z'],
  ] as const)('is a %s in %s at %s', (per, timeZone, now, start, end) => {
    expect(calendarWindow({ per, timeZone }, Date.parse(now))).toEqual({
      startsAtMs: Date.parse(start),
      endsAtMs: Date.parse(end),
    });
  });
});
