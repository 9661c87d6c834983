import { outOfRange, wrongFormat } from './rule-definition';

export const numberRules = {
  min: outOfRange('must be greater than or equal to {min}', ['min']),
  max: outOfRange('must be less than or equal to {max}', ['max']),
  isPositive: outOfRange('must be greater than 0'),
  isNegative: outOfRange('must be less than 0'),
  isDivisibleBy: outOfRange('must be divisible by {value}', ['value']),
  isNumberString: wrongFormat('must be a number', ['options']),
  isDecimal: wrongFormat('must be a decimal number', ['options']),
  isHexadecimal: wrongFormat('must be a hexadecimal number'),
  isOctal: wrongFormat('must be an octal number'),
};
