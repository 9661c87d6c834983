import { dateBound } from './read-params';
import { outOfRange, wrongFormat } from './rule-definition';

export const dateRules = {
  minDate: outOfRange('must not be before {min}', dateBound('min')),
  maxDate: outOfRange('must not be after {max}', dateBound('max')),
  isDateString: wrongFormat('must be a valid ISO 8601 date', ['options']),
  isIso8601: wrongFormat('must be a valid ISO 8601 date', ['options']),
  isRFC3339: wrongFormat('must be a valid RFC 3339 date'),
  isMilitaryTime: wrongFormat('must be a valid time in the format HH:MM'),
  isTimeZone: wrongFormat('must be a valid IANA time zone'),
};
