import {
  ArrayContains,
  ArrayMaxSize,
  ArrayMinSize,
  ArrayNotContains,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsDate,
  IsInstance,
  IsInt,
  IsNumber,
  IsObject,
  IsString,
  ValidateNested,
} from 'class-validator';
import { casesOf } from './rule-case';

class SecretServerClass {
  readonly kind = 'secret';
}

export const typeCases = [
  ...casesOf('INVALID_TYPE', [
    ['IsString', IsString(), 1, 'isString', 'must be a string'],
    ['IsBoolean', IsBoolean(), 1, 'isBoolean', 'must be a boolean'],
    ['IsInt', IsInt(), 1.5, 'isInt', 'must be an integer'],
    ['IsNumber', IsNumber(), 'x', 'isNumber', 'must be a number'],
    [
      'IsNumber',
      IsNumber({ maxDecimalPlaces: 2, allowNaN: false }),
      1.234,
      'isNumber',
      'must be a number with at most 2 decimal places',
      { maxDecimalPlaces: 2, allowNaN: false },
    ],
    ['IsDate', IsDate(), 'x', 'isDate', 'must be a valid date'],
    ['IsArray', IsArray(), 'x', 'isArray', 'must be an array'],
    ['IsObject', IsObject(), [], 'isObject', 'must be an object'],
    ['IsInstance', IsInstance(SecretServerClass), {}, 'isInstance', 'must be of the expected type'],
    ['ValidateNested', ValidateNested(), 'x', 'nestedValidation', 'must be an object or an array'],
  ]),
  ...casesOf('INVALID_VALUE', [
    [
      'ArrayContains',
      ArrayContains(['a', 'b']),
      ['c'],
      'arrayContains',
      'must contain: a, b',
      { values: ['a', 'b'] },
    ],
    [
      'ArrayNotContains',
      ArrayNotContains([1]),
      [1],
      'arrayNotContains',
      'must not contain: 1',
      { values: [1] },
    ],
  ]),
  ...casesOf('OUT_OF_RANGE', [
    ['ArrayMinSize', ArrayMinSize(2), [1], 'arrayMinSize', 'size must be at least 2', { min: 2 }],
    ['ArrayMaxSize', ArrayMaxSize(1), [1, 2], 'arrayMaxSize', 'size must be at most 1', { max: 1 }],
  ]),
  ...casesOf('DUPLICATE', [
    ['ArrayUnique', ArrayUnique(), [1, 1], 'arrayUnique', 'must only contain unique elements'],
  ]),
];
