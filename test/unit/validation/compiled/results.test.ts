import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsDefined,
  IsEmail,
  IsEnum,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsNumber,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { describe, it } from 'vitest';
import type { ValidationOptions } from '../../../../lib/validation/validation.options';
import { expectLibraryOutcomes } from './support/outcomes';

enum Kind {
  Small = 'small',
  Large = 'large',
}

class Address {
  @IsString()
  @IsNotEmpty()
  street!: string;

  @IsOptional()
  @Length(2, 10)
  city?: string;
}

class Order {
  @IsEmail()
  email!: string;

  @IsInt({ message: 'Only $value? $property of $target takes whole numbers.' })
  @Min(1)
  @Max(99)
  quantity!: number;

  @IsEnum(Kind)
  @IsIn(['small'], { context: { code: 'DUPLICATE' } })
  kind!: Kind;

  @IsArray()
  @ArrayMaxSize(2)
  @IsString({ each: true })
  @Matches(/^a/, { each: true })
  @Matches(/z$/, { each: true, message: 'no z' })
  tags!: string[];

  @IsDefined()
  @ValidateNested()
  @Type(() => Address)
  address!: Address;

  @ValidateNested({ each: true })
  @Type(() => Address)
  others?: Address[];

  @ValidateIf((order: Order) => order.quantity > 5)
  @IsNumber()
  @Type(() => Number)
  weight?: number;

  note = 'none';
}

const valid = () => ({
  email: 'someone@example.com',
  quantity: 7,
  kind: 'small',
  tags: ['az', 'abz'],
  address: { street: 'Main', city: 'Rome' },
  others: [{ street: 'Side' }],
  weight: '3.5',
});

const values = () => [
  valid(),
  undefined,
  null,
  {},
  [],
  'text',
  { ...valid(), more: { deep: [1, { x: 1 }] }, toString: 1 },
  { ...valid(), address: null, others: null },
  { ...valid(), address: [valid().address, 3, null], others: [[{ street: 1 }]] },
  { ...valid(), address: { street: '', city: 'x', more: 1 }, others: [{ street: 'a' }, {}, 5] },
  { ...valid(), quantity: 1.5, kind: 'large', tags: ['b', 'a', 3] },
  { ...valid(), quantity: 'many', weight: 'x', note: undefined },
  { note: 3, ...valid(), weight: true },
  JSON.parse('{"__proto__": {"email": "x"}, "constructor": 1, "address": {"prototype": 2}}'),
];

const optionSets: ValidationOptions[] = [
  {},
  { transform: true },
  { whitelist: true },
  { whitelist: true, transform: true },
  { whitelist: true, forbidNonWhitelisted: true },
  { stopAtFirstError: true },
  { forbidUnknownValues: true },
  { skipMissingProperties: true, transform: true },
  { skipNullProperties: true },
  { skipUndefinedProperties: true },
  { dismissDefaultMessages: true },
  { groups: ['a'] },
  { groups: ['a'], always: true },
  { strictGroups: true },
  { validationError: { target: true, value: false } },
];

describe('compiled validation', () => {
  it.each(optionSets)('gives what the libraries give, with %o', async (options) => {
    await expectLibraryOutcomes({ metatype: Order, options, values });
  });
});
