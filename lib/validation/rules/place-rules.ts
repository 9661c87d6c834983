import { wrongFormat } from './rule-definition';

export const placeRules = {
  isLatitude: wrongFormat('must be a valid latitude'),
  isLongitude: wrongFormat('must be a valid longitude'),
  isLatLong: wrongFormat('must be a valid latitude,longitude pair'),
  isLocale: wrongFormat('must be a valid locale'),
  isISO31661Alpha2: wrongFormat('must be a valid ISO 3166-1 alpha-2 country code'),
  isISO31661Alpha3: wrongFormat('must be a valid ISO 3166-1 alpha-3 country code'),
  isISO31661Numeric: wrongFormat('must be a valid ISO 3166-1 numeric country code'),
  isISO6391: wrongFormat('must be a valid ISO 639-1 language code'),
  isPostalCode: wrongFormat('must be a valid postal code', ['locale']),
  isPhoneNumber: wrongFormat('must be a valid phone number', ['region']),
  isMobilePhone: wrongFormat('must be a valid phone number', ['locale', 'options']),
};
