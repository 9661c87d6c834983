import { describe, expect, it } from 'vitest';
import { retryAfterSeconds } from '../../../lib/upstream/retry-after';

const NOON = Date.UTC(2024, 0, 15, 12);
const at = (value: unknown) => retryAfterSeconds({ 'retry-after': value }, NOON);

describe('The Retry-After of a dependency', () => {
  it.each([
    ['1', 1],
    ['120', 120],
    [' 7 ', 7],
    ['3600', 3_600],
    ['3601', 3_600],
    ['9999999999', 3_600],
    ['Mon, 15 Jan 2024 12:00:30 GMT', 30],
    ['Tue, 16 Jan 2024 12:00:00 GMT', 3_600],
    [['5', '9'], 5],
  ])('is %j, and taken for %i seconds', (value, seconds) => {
    expect(at(value)).toBe(seconds);
  });

  it('counts a part of a second as a whole one', () => {
    const headers = { 'retry-after': 'Mon, 15 Jan 2024 12:00:30 GMT' };

    expect(retryAfterSeconds(headers, NOON + 1)).toBe(30);
    expect(retryAfterSeconds(headers, NOON + 1_000)).toBe(29);
  });

  it.each([
    ['0'],
    ['-1'],
    ['1.5'],
    ['1e3'],
    ['99999999999'],
    ['soon'],
    [''],
    ['Mon, 15 Jan 2024 11:59:59 GMT'],
    ['Mon, 99 Jan 2024 12:00:00 GMT'],
    ['2024-01-15T12:00:30Z'],
    ['Monday, 15-Jan-24 12:00:30 GMT'],
    [7],
    [null],
    [undefined],
    [{}],
    [[]],
  ])('is left out where it is %j', (value) => {
    expect(at(value)).toBeUndefined();
  });

  it('is read from a Headers object', () => {
    expect(retryAfterSeconds(new Headers({ 'Retry-After': '7' }), NOON)).toBe(7);
    expect(retryAfterSeconds(new Headers(), NOON)).toBeUndefined();
  });

  it.each([[undefined], [null], ['retry-after: 7'], [{ get: 7 }]])(
    'is not looked for in %j',
    (headers) => {
      expect(retryAfterSeconds(headers, NOON)).toBeUndefined();
    },
  );
});
