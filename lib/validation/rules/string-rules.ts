import { outOfRange, type RuleParams, wrongFormat } from './rule-definition';

/** Upper bounds are optional: `@Length(8)`. */
const size =
  (unit = '') =>
  ({ min, max }: RuleParams) => {
    if (max === undefined) return `size must be at least {min}${unit}`;
    return min === undefined
      ? `size must be at most {max}${unit}`
      : `size must be between {min} and {max}${unit}`;
  };

export const stringRules = {
  isLength: outOfRange(size(), ['min', 'max']),
  minLength: outOfRange('size must be at least {min}', ['min']),
  maxLength: outOfRange('size must be at most {max}', ['max']),
  isByteLength: outOfRange(size(' bytes'), ['min', 'max']),
  contains: wrongFormat('must contain "{value}"', ['value']),
  notContains: wrongFormat('must not contain "{value}"', ['value']),
  matches: wrongFormat('must match "{pattern}"', ['pattern', 'modifiers']),
  isAlpha: wrongFormat('must contain only letters', ['locale']),
  isAlphanumeric: wrongFormat('must contain only letters and numbers', ['locale']),
  isAscii: wrongFormat('must contain only ASCII characters'),
  isLowercase: wrongFormat('must be lowercase'),
  isUppercase: wrongFormat('must be uppercase'),
  isFullWidth: wrongFormat('must contain full-width characters'),
  isHalfWidth: wrongFormat('must contain half-width characters'),
  isVariableWidth: wrongFormat('must contain full-width and half-width characters'),
  isMultibyte: wrongFormat('must contain multibyte characters'),
  isSurrogatePair: wrongFormat('must contain surrogate pairs'),
  isBooleanString: wrongFormat('must be a boolean'),
};
