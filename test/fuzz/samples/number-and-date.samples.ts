import { sample, type Samples } from './sample';

const NEW_YEAR = new Date('2024-01-01T00:00:00Z');
const BEFORE = new Date('2023-12-31T23:59:59.999Z');
const AFTER = new Date('2024-01-01T00:00:00.001Z');
const NO_DATE = new Date(Number.NaN);
const newYear = () => NEW_YEAR;

const EPSILON = Number.EPSILON;
const INFINITY = Number.POSITIVE_INFINITY;

/** Whatever else there is: none of them is a number. */
const NO_NUMBERS = ['1', '', null, undefined, true, 1n, [1], {}, Object(1)];

export const numberAndDateSamples = {
  IsInt: [
    sample(
      [],
      [0, -0, 1, -1, 1.0, 1e21, Number.MAX_VALUE, Number.MAX_SAFE_INTEGER + 2, -(2 ** 31)],
      [0.5, 1 + EPSILON, Number.MIN_VALUE, Number.NaN, INFINITY, -INFINITY, ...NO_NUMBERS],
    ),
  ],
  IsNumber: [
    sample(
      [undefined],
      [0, -0, 0.5, 1e308, Number.MIN_VALUE, -1],
      [Number.NaN, INFINITY, -INFINITY, ...NO_NUMBERS],
    ),
    sample([{ allowNaN: true }], [Number.NaN, 0], [INFINITY, 'NaN']),
    sample([{ allowInfinity: true }], [INFINITY, -INFINITY, 0], [Number.NaN, 'Infinity']),
    sample(
      [{ maxDecimalPlaces: 2 }],
      [1, 1.2, 1.25, -0.01, 1e21, 100, 1e-2],
      [1.255, 0.001, 1.5e-7, Number.NaN, '1.2'],
      // "1e-7" has no point: the library reads its decimals all the same.
      [1e-7, 5e-324],
    ),
    sample([{ maxDecimalPlaces: 0 }], [1, -0, 1e300], [1.5, 1e-1]),
    sample(
      [{ allowNaN: true, allowInfinity: true, maxDecimalPlaces: 1 }],
      [Number.NaN, 0.1],
      [0.11],
    ),
  ],
  IsPositive: [
    sample([], [1, Number.MIN_VALUE, INFINITY], [0, -0, -1, -INFINITY, Number.NaN, ...NO_NUMBERS]),
  ],
  IsNegative: [
    sample([], [-1, -Number.MIN_VALUE, -INFINITY], [0, -0, 1, INFINITY, Number.NaN, '-1', -1n]),
  ],
  Min: [
    sample([1], [1, 1 + EPSILON, INFINITY], [1 - EPSILON, 0, -1, Number.NaN, ...NO_NUMBERS]),
    sample([0], [0, -0, 0.1], [-Number.MIN_VALUE, '0', null, false]),
    sample([-0], [0, -0], [-1]),
    sample([-INFINITY], [-INFINITY, 0], [Number.NaN, '0']),
    sample([Number.NaN], [], [0, Number.NaN]),
  ],
  Max: [
    sample([10], [10, 9, -1, -INFINITY], [10.000001, 11, INFINITY, Number.NaN, '10', null, 1n]),
    sample([0], [0, -0, -1], [Number.MIN_VALUE, '', false]),
    sample([INFINITY], [INFINITY, 0], [Number.NaN]),
  ],
  IsDivisibleBy: [
    sample([3], [0, 3, -6, 9, -0], [1, 4, -1, Number.NaN, INFINITY, '3', null]),
    sample([1], [0, 7], ['7', Number.NaN]),
    sample([0], [], [0, 1]),
  ],
  IsBoolean: [
    sample([], [true, false, Object(false)], ['true', 'false', 0, 1, '', null, undefined, []]),
  ],
  IsDate: [
    sample(
      [],
      [new Date(0), new Date(8.64e15), new Date('2024-02-29')],
      [NO_DATE, '2024-01-01', 0, null, undefined, {}, Date],
    ),
  ],
  MinDate: [
    sample(
      [NEW_YEAR],
      [NEW_YEAR, AFTER],
      [BEFORE, NO_DATE, '2025-01-01', 2 ** 45, null, undefined],
    ),
    sample([newYear], [NEW_YEAR, AFTER], [BEFORE, NO_DATE, {}]),
    sample([NO_DATE], [], [NEW_YEAR, NO_DATE]),
  ],
  MaxDate: [
    sample([NEW_YEAR], [NEW_YEAR, BEFORE], [AFTER, NO_DATE, '2023-01-01', 0, null, undefined]),
    sample([newYear], [NEW_YEAR, BEFORE], [AFTER, NO_DATE, []]),
  ],
  IsDateString: [
    sample(
      [undefined],
      ['2024-01-01', '2024-01-01T10:30:00Z', '2024-W01', '2024-001', '2024', '2024-02-31'],
      ['2024-13-01', '', '1', 'x', '2024-01-01 x', new Date(0), 20240101, null, undefined],
    ),
    sample(
      [{ strict: true }],
      ['2024-02-29', '2024-01-01T10:30:00+01:00'],
      ['2024-02-30', '2023-02-29', 'x', 5],
    ),
    sample(
      [{ strictSeparator: true }],
      ['2024-01-01T10:30:00Z', '2024-01-01'],
      ['2024-01-01 10:30:00Z', 'x'],
    ),
  ],
  IsISO8601: [
    sample(
      [undefined],
      [
        '2024-01-01',
        '2024-01-01T10:30:00.123456Z',
        '2024-01-01T10:30:00-23:59',
        '2024-01-01 10:30',
        '20240101T103000Z',
        '2024-366',
        '2023-02-29',
        '2024-W53-7',
      ],
      [
        '2024-01-01T24:00:00Z',
        '+002024-01-01',
        '2024-1-1',
        '2024-01-01T10:30:00ZZ',
        '2024-01-01T10:30:00Z\n',
        ' 2024-01-01',
        '２０２４-01-01',
        '',
        new Date(0),
        null,
        undefined,
        2024,
      ],
    ),
    sample(
      [{ strict: true }],
      ['2024-02-29', '2024-366', '2000-02-29T00:00:00Z'],
      ['2023-02-29', '2023-366', '1900-02-29', '2024-04-31'],
    ),
    sample(
      [{ strictSeparator: true, strict: true }],
      ['2024-02-29T00:00:00Z'],
      ['2024-02-29 00:00:00Z', '2024-02-30T00:00:00Z'],
    ),
  ],
  IsRFC3339: [
    sample(
      [],
      ['2024-01-01T10:30:00Z', '2024-01-01 10:30:00.5+01:00', '2024-01-01T23:59:60Z'],
      ['2024-01-01', '2024-01-01T10:30Z', '2024-01-01T24:00:00Z', '', 1, null, undefined],
    ),
  ],
  IsMilitaryTime: [
    sample([], ['00:00', '23:59', '09:05'], ['24:00', '9:05', '23:60', '23:59:00', '', 1200, null]),
  ],
  IsTimeZone: [
    sample([], ['Europe/Berlin', 'UTC', 'America/New_York'], ['Mars/Base', '', 1, null, undefined]),
  ],
  IsNumberString: [
    sample([undefined], ['1', '-1.5', '+0', '00', '.5'], ['', 'x', '1e3', ' 1', '1,5', 1, null]),
    sample([{ no_symbols: true }], ['123', '0'], ['-1', '1.5', '+1', '']),
  ],
  IsDecimal: [
    sample([undefined], ['1', '-1.5', '.5', '0.10'], ['', '1.', '1,5', 'x', 1.5, null, undefined]),
    sample(
      [{ force_decimal: true, decimal_digits: '2' }],
      ['1.25', '-0.10'],
      ['1', '1.2', '1.234'],
    ),
  ],
  IsHexadecimal: [sample([], ['0', 'fF', '0xDEADbeef', '0h1'], ['', 'g', '0x', '#fff', 255, null])],
  IsOctal: [sample([], ['0', '777', '0o17', '0O7'], ['8', '', '0x1', 7, null, undefined])],
} satisfies Partial<Samples>;
