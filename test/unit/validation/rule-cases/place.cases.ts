import {
  IsISO31661Alpha2,
  IsISO31661Alpha3,
  IsISO31661Numeric,
  IsISO4217CurrencyCode,
  IsISO6391,
  IsLatitude,
  IsLatLong,
  IsLocale,
  IsLongitude,
  IsMobilePhone,
  IsPhoneNumber,
  IsPostalCode,
} from 'class-validator';
import { casesOf } from './rule-case';

const COUNTRY = 'country code';

export const placeCases = casesOf('INVALID_FORMAT', [
  ['IsLatitude', IsLatitude(), 91, 'isLatitude', 'must be a valid latitude'],
  ['IsLongitude', IsLongitude(), 181, 'isLongitude', 'must be a valid longitude'],
  ['IsLatLong', IsLatLong(), 'x', 'isLatLong', 'must be a valid latitude,longitude pair'],
  ['IsLocale', IsLocale(), '?', 'isLocale', 'must be a valid locale'],
  [
    'IsISO31661Alpha2',
    IsISO31661Alpha2(),
    'x',
    'isISO31661Alpha2',
    `must be a valid ISO 3166-1 alpha-2 ${COUNTRY}`,
  ],
  [
    'IsISO31661Alpha3',
    IsISO31661Alpha3(),
    'x',
    'isISO31661Alpha3',
    `must be a valid ISO 3166-1 alpha-3 ${COUNTRY}`,
  ],
  [
    'IsISO31661Numeric',
    IsISO31661Numeric(),
    'x',
    'isISO31661Numeric',
    `must be a valid ISO 3166-1 numeric ${COUNTRY}`,
  ],
  [
    'IsISO4217CurrencyCode',
    IsISO4217CurrencyCode(),
    'x',
    'isISO4217CurrencyCode',
    'must be a valid ISO 4217 currency code',
  ],
  ['IsISO6391', IsISO6391(), 'x', 'isISO6391', 'must be a valid ISO 639-1 language code'],
  [
    'IsPostalCode',
    IsPostalCode('DE'),
    'x',
    'isPostalCode',
    'must be a valid postal code',
    { locale: 'DE' },
  ],
  [
    'IsPhoneNumber',
    IsPhoneNumber('DE'),
    'x',
    'isPhoneNumber',
    'must be a valid phone number',
    { region: 'DE' },
  ],
  [
    'IsMobilePhone',
    IsMobilePhone('de-DE', { strictMode: true }),
    'x',
    'isMobilePhone',
    'must be a valid phone number',
    { locale: 'de-DE', options: { strictMode: true } },
  ],
]);
