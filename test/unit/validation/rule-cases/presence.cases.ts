import {
  ArrayNotEmpty,
  Equals,
  IsDefined,
  IsEmpty,
  IsEnum,
  IsIn,
  IsNotEmpty,
  IsNotEmptyObject,
  IsNotIn,
  NotEquals,
} from 'class-validator';
import { IsNotBlank } from '../../../../lib/validation/is-not-blank';
import { casesOf } from './rule-case';

enum Status {
  Open = 'OPEN',
  Closed = 'CLOSED',
}

enum Level {
  Low,
  High,
}

export const presenceCases = [
  ...casesOf('REQUIRED_FIELD', [
    ['IsDefined', IsDefined(), null, 'isDefined', 'must not be null'],
    ['IsNotEmpty', IsNotEmpty(), '', 'isNotEmpty', 'must not be blank'],
    ['IsNotBlank', IsNotBlank(), ' \n', 'isNotBlank', 'must not be blank'],
    ['ArrayNotEmpty', ArrayNotEmpty(), [], 'arrayNotEmpty', 'must not be empty'],
    [
      'IsNotEmptyObject',
      IsNotEmptyObject({ nullable: true }),
      {},
      'isNotEmptyObject',
      'must not be empty',
      { nullable: true },
    ],
  ]),
  ...casesOf('NOT_ALLOWED', [['IsEmpty', IsEmpty(), 'x', 'isEmpty', 'must be empty']]),
  ...casesOf('INVALID_VALUE', [
    ['Equals', Equals(5), 6, 'equals', 'must be equal to 5', { value: 5 }],
    ['Equals', Equals(true), false, 'equals', 'must be true', { value: true }],
    ['Equals', Equals(5n), 5, 'equals', 'must be equal to 5', { value: '5' }],
    ['NotEquals', NotEquals('x'), 'x', 'notEquals', 'must not be equal to x', { value: 'x' }],
    ['IsIn', IsIn(['a', 1]), 'b', 'isIn', 'must be one of: a, 1', { values: ['a', 1] }],
    ['IsNotIn', IsNotIn(['a']), 'a', 'isNotIn', 'must not be one of: a', { values: ['a'] }],
    [
      'IsEnum',
      IsEnum(Status),
      'x',
      'isEnum',
      'must be one of: OPEN, CLOSED',
      { values: ['OPEN', 'CLOSED'] },
    ],
    ['IsEnum', IsEnum(Level), 9, 'isEnum', 'must be one of: 0, 1', { values: [0, 1] }],
  ]),
];
