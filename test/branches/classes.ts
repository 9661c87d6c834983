import 'reflect-metadata';
import { Type } from 'class-transformer';
import {
  Allow,
  ArrayMaxSize,
  ArrayMinSize,
  ArrayNotEmpty,
  IsArray,
  IsBoolean,
  IsDefined,
  IsEmail,
  IsInt,
  IsNotEmpty,
  IsNumber,
  IsOptional,
  IsPositive,
  IsString,
  Length,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';

/** Some classes are not always the same; all are when it is not odd. */
export const mood = { isOdd: false };

const method = () => 'called';

class Item {
  @IsString()
  name!: string;

  @IsOptional()
  @ValidateNested()
  @Type(() => Item)
  item?: Item;
}

class OtherItem extends Item {}

const newItem = () => Object.assign(new Item(), { name: 'new' });

/** Each test that is written as an expression. */
class Scalars {
  @IsString() text!: string;
  @IsBoolean() flag!: boolean;
  @IsArray() list!: unknown[];
  @IsDefined() defined!: unknown;
  @IsNotEmpty() filled!: unknown;
  @IsInt() whole!: number;
  @IsNumber() finite!: number;
  @Min(1) @Max(3) bounded!: number;
  @IsPositive() positive!: number;
  @Length(1, 3) sized!: string;
  @MinLength(1) long!: string;
  @MaxLength(3) short!: string;
  @ArrayMinSize(1) @ArrayMaxSize(2) few!: unknown[];
  @ArrayNotEmpty() some!: unknown[];
  @IsEmail() email!: string;
}

class Each {
  @IsString({ each: true }) texts!: string[];
  @IsEmail({}, { each: true }) emails!: string[];
}

class Converted {
  @Type(() => String) @IsString() text!: unknown;
  @Type(() => Number) @IsInt() count!: unknown;
  @Type(() => Boolean) @IsBoolean() flag!: unknown;
  @Type(() => Date) @Allow() at!: unknown;
  @Type(() => Number) untold!: unknown;
  @Type() @Reflect.metadata('design:type', Number) @IsInt() reflected!: unknown;
  @Type(() => (mood.isOdd ? Boolean : String)) @IsString() moody!: unknown;
}

class Nested {
  @ValidateNested() @Type(() => Item) one!: Item;
  @ValidateNested() @Type(() => Item) @Reflect.metadata('design:type', Array) many!: Item[];
  @ValidateNested() @Type(() => Item) @Reflect.metadata('design:type', Set) set!: Set<Item>;
  @ValidateNested() plain!: object;
  @Allow() @Type(() => Item) unchecked!: Item;
  @Type(() => Item) untold!: Item;
  @ValidateNested() @Type(() => (mood.isOdd ? OtherItem : Item)) moody!: Item;
}

class InSet {
  @ValidateNested()
  @Type(() => Item)
  @Reflect.metadata('design:type', Set)
  set!: Set<Item>;
}

class Filled {
  @IsOptional() @IsString() text: unknown = mood.isOdd ? method : 'text';
  @IsOptional() @Type(() => Number) @IsInt() count: unknown = mood.isOdd ? method : 1;
  @ValidateNested() @Type(() => Item) item: unknown = mood.isOdd ? method : newItem();
  extra: unknown = mood.isOdd ? method : 1;
  @Allow() then: unknown = mood.isOdd ? method : 1;
}

/** What its instances hold is the constructor's choice. */
class Moody {
  [name: string]: unknown;
  @IsOptional() @IsString() text?: unknown;
  @IsOptional() @Type(() => Number) @IsInt() count?: unknown;

  constructor() {
    if (mood.isOdd) Object.assign(this, { text: method, count: method, name: method });
  }
}

class WithMethod {
  @IsString() text!: string;

  call(): string {
    return this.text;
  }
}

class WithThen {
  @IsOptional() @IsString() then?: string;
}

class Inherits {
  @Allow() text!: string;
  toString = method;
}

class Empty {
  declare nothing: never;
}

/** As older compilers leave classes: a field without a value is no member of new instances. */
class Undeclared {
  declare text: string;
}
IsString()(Undeclared.prototype, 'text');

class UndeclaredMoody extends Moody {}
IsString()(UndeclaredMoody.prototype, 'name');

class UndeclaredMethod extends WithMethod {}
IsOptional()(UndeclaredMethod.prototype, 'call');

/** A class, and a body that is valid where it is not odd. */
export interface Kind {
  readonly metatype: new () => object;
  readonly valid: Readonly<Record<string, unknown>>;
}

const item = { name: 'a', item: { name: 'b' } };

const KINDS: readonly Kind[] = [
  { metatype: Item, valid: item },
  {
    metatype: Scalars,
    valid: {
      ...{ text: 'a', flag: true, list: [], defined: 1, filled: 1, whole: 1, finite: 1.5 },
      ...{ bounded: 2, positive: 1, sized: 'ab', long: 'ab', short: 'ab', few: [1], some: [1] },
      email: 'ada@example.com',
    },
  },
  { metatype: Each, valid: { texts: ['a'], emails: ['ada@example.com'] } },
  {
    metatype: Converted,
    valid: {
      ...{ text: 'a', count: 1, flag: true, at: '2026-01-01', untold: 1, reflected: 1, moody: 'a' },
    },
  },
  {
    metatype: Nested,
    valid: {
      ...{ one: item, many: [item], plain: undefined, unchecked: item, untold: item },
      moody: item,
    },
  },
  { metatype: InSet, valid: { set: [item] } },
  { metatype: Filled, valid: { text: 'a', count: 1, item, extra: 1, then: 1 } },
  { metatype: Moody, valid: { text: 'a', count: 1 } },
  { metatype: WithMethod, valid: { text: 'a' } },
  { metatype: WithThen, valid: { then: 'a' } },
  { metatype: Inherits, valid: { text: 'a' } },
  { metatype: Empty, valid: {} },
  { metatype: Undeclared, valid: { text: 'a' } },
  { metatype: UndeclaredMoody, valid: { name: 'a' } },
  { metatype: UndeclaredMethod, valid: { text: 'a', call: 'a' } },
];

/** Each alone, and held by another class, on a level of its own. */
export const kinds: readonly Kind[] = KINDS.flatMap((kind) => [kind, holderOf(kind)]);

function holderOf({ metatype, valid }: Kind): Kind {
  class Holder {
    @ValidateNested()
    @Type(() => metatype)
    held!: object;
  }
  return { metatype: Holder, valid: { held: valid } };
}
