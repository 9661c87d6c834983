import type { DecoratorName } from '../samples/sample';

/** Decorators that make sense together: only such a property is now and then valid. */
export const RULE_KINDS: Readonly<Record<string, readonly DecoratorName[]>> = {
  text: [
    'IsString', 'IsString', 'IsNotEmpty', 'Length', 'MinLength', 'MaxLength', 'Matches', 'Contains', 'NotContains',
    'IsAlpha', 'IsAlphanumeric', 'IsAscii', 'IsLowercase', 'IsUppercase', 'IsByteLength',
  ],
  number: ['IsInt', 'IsNumber', 'Min', 'Max', 'IsPositive', 'IsNegative', 'IsDivisibleBy', 'IsNotIn'],
  flag: ['IsBoolean', 'Equals', 'IsDefined'],
  date: ['IsDate', 'MinDate', 'MaxDate', 'IsInstance'],
  choice: ['IsIn', 'IsEnum', 'IsNotIn', 'Equals', 'NotEquals', 'IsString'],
  common: ['IsEmail', 'IsUUID', 'IsISO8601', 'IsDateString', 'IsUrl', 'IsNumberString', 'IsString', 'MaxLength'],
  list: [
    'IsArray', 'ArrayNotEmpty', 'ArrayMinSize', 'ArrayMaxSize', 'ArrayContains', 'ArrayNotContains', 'ArrayUnique',
    'IsNotEmpty',
  ],
  presence: ['IsDefined', 'IsNotEmpty', 'IsEmpty', 'IsObject', 'IsNotEmptyObject', 'Allow', 'IsOptional'],
};
