import {
  IsDateString,
  IsDecimal,
  IsDivisibleBy,
  IsHexadecimal,
  IsISO8601,
  IsMilitaryTime,
  IsNegative,
  IsNumberString,
  IsOctal,
  IsPositive,
  IsRFC3339,
  IsTimeZone,
  Max,
  MaxDate,
  Min,
  MinDate,
} from 'class-validator';
import { casesOf } from './rule-case';

const NEW_YEAR = new Date('2024-01-01T00:00:00Z');
const SHOWN = '2024-01-01T00:00:00.000Z';
const EARLIER = new Date('2023-01-01T00:00:00Z');
const LATER = new Date('2025-01-01T00:00:00Z');
const ISO_DATE = 'must be a valid ISO 8601 date';

export const numberAndDateCases = [
  ...casesOf('OUT_OF_RANGE', [
    ['Min', Min(1), 0, 'min', 'must be greater than or equal to 1', { min: 1 }],
    ['Max', Max(9), 10, 'max', 'must be less than or equal to 9', { max: 9 }],
    ['IsPositive', IsPositive(), 0, 'isPositive', 'must be greater than 0'],
    ['IsNegative', IsNegative(), 0, 'isNegative', 'must be less than 0'],
    ['IsDivisibleBy', IsDivisibleBy(3), 4, 'isDivisibleBy', 'must be divisible by 3', { value: 3 }],
    [
      'MinDate',
      MinDate(NEW_YEAR),
      EARLIER,
      'minDate',
      `must not be before ${SHOWN}`,
      { min: SHOWN },
    ],
    [
      'MinDate',
      MinDate(() => NEW_YEAR),
      EARLIER,
      'minDate',
      `must not be before ${SHOWN}`,
      { min: SHOWN },
    ],
    ['MaxDate', MaxDate(NEW_YEAR), LATER, 'maxDate', `must not be after ${SHOWN}`, { max: SHOWN }],
  ]),
  ...casesOf('INVALID_FORMAT', [
    ['IsNumberString', IsNumberString(), 'x', 'isNumberString', 'must be a number'],
    ['IsDecimal', IsDecimal(), 'x', 'isDecimal', 'must be a decimal number'],
    ['IsHexadecimal', IsHexadecimal(), 'x', 'isHexadecimal', 'must be a hexadecimal number'],
    ['IsOctal', IsOctal(), '9', 'isOctal', 'must be an octal number'],
    ['IsDateString', IsDateString(), 'x', 'isDateString', ISO_DATE],
    [
      'IsISO8601',
      IsISO8601({ strict: true }),
      '2023-02-30',
      'isIso8601',
      ISO_DATE,
      { options: { strict: true } },
    ],
    ['IsRFC3339', IsRFC3339(), 'x', 'isRFC3339', 'must be a valid RFC 3339 date'],
    [
      'IsMilitaryTime',
      IsMilitaryTime(),
      '25:00',
      'isMilitaryTime',
      'must be a valid time in the format HH:MM',
    ],
    ['IsTimeZone', IsTimeZone(), 'x', 'isTimeZone', 'must be a valid IANA time zone'],
  ]),
];
