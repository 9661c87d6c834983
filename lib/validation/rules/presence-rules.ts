import { spread } from './read-params';
import { notAllowed, required, wrongValue } from './rule-definition';

export const presenceRules = {
  isDefined: required('must not be null'),
  isNotEmpty: required('must not be blank'),
  isEmpty: notAllowed('must be empty'),
  isNotEmptyObject: required('must not be empty', spread('nullable')),
  equals: wrongValue(
    ({ value }) => (typeof value === 'boolean' ? 'must be {value}' : 'must be equal to {value}'),
    ['value'],
  ),
  notEquals: wrongValue('must not be equal to {value}', ['value']),
  isIn: wrongValue('must be one of: {values}', ['values']),
  isNotIn: wrongValue('must not be one of: {values}', ['values']),
};
