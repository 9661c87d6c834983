import { spread } from './read-params';
import { wrongType, wrongValue } from './rule-definition';

export const typeRules = {
  isString: wrongType('must be a string'),
  isBoolean: wrongType('must be a boolean'),
  isInt: wrongType('must be an integer'),
  isNumber: wrongType(
    ({ maxDecimalPlaces }) =>
      maxDecimalPlaces === undefined
        ? 'must be a number'
        : 'must be a number with at most {maxDecimalPlaces} decimal places',
    spread('allowNaN', 'allowInfinity', 'maxDecimalPlaces'),
  ),
  isDate: wrongType('must be a valid date'),
  isArray: wrongType('must be an array'),
  isObject: wrongType('must be an object'),
  // Class names of the server are no client's business, enum objects neither.
  isInstance: wrongType('must be of the expected type'),
  isEnum: wrongValue('must be one of: {values}', [undefined, 'values']),
  nestedValidation: wrongType('must be an object or an array'),
};
