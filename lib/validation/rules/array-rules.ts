import { duplicate, outOfRange, required, wrongValue } from './rule-definition';

export const arrayRules = {
  arrayNotEmpty: required('must not be empty'),
  arrayContains: wrongValue('must contain: {values}', ['values']),
  arrayNotContains: wrongValue('must not contain: {values}', ['values']),
  arrayMinSize: outOfRange('size must be at least {min}', ['min']),
  arrayMaxSize: outOfRange('size must be at most {max}', ['max']),
  arrayUnique: duplicate('must only contain unique elements'),
};
