import { Transform, Type } from 'class-transformer';
import {
  Allow,
  ArrayMaxSize,
  ArrayMinSize,
  Contains,
  Equals,
  IsAscii,
  IsDate,
  IsDefined,
  IsLowercase,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsPositive,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  NotContains,
  Validate,
  ValidateBy,
  ValidateIf,
  ValidateNested,
  ValidatePromise,
  ValidatorConstraint,
  type ValidationArguments,
} from 'class-validator';
import { describe, it } from 'vitest';
import { Label } from '../../../../lib/validation/labels/label.decorator';
import type { ValidationOptions } from '../../../../lib/validation/validation.options';
import { expectLibraryOutcomes } from './support/outcomes';

const isEven = (value: unknown) => typeof value === 'number' && value % 2 === 0;
const isEvenLater = (value: unknown) => Promise.resolve(isEven(value));
const context = { code: 'DUPLICATE' };

@ValidatorConstraint({ name: 'shared' })
@ValidatorConstraint({ name: 'sharedToo' })
class Twice {
  validate(value: unknown): boolean {
    return isEven(value);
  }
}

@ValidatorConstraint()
class Later {
  validate(value: unknown): Promise<boolean> {
    return isEvenLater(value);
  }

  defaultMessage({ property }: ValidationArguments): string {
    return `${property} is odd`;
  }
}

/** Nobody has registered it. */
function Unregistered(): void {}

class Item {
  @IsString({ context })
  name!: string;
}

class Custom {
  @Validate(Twice)
  twice?: number;

  @Validate(Later, { context })
  later?: number;

  @ValidateBy({ name: '', validator: { validate: isEven } }, { context: { a: 1 } })
  nameless?: number;

  @ValidateBy({ name: undefined as never, validator: { validate: isEvenLater } }, { context })
  namelessLater?: number;

  @ValidateBy({ name: 'isEven', validator: { validate: isEvenLater } }, { each: true })
  all?: number[];

  @ValidateBy({ name: 'isEven', validator: { validate: isEven } }, { each: true })
  @Type(() => Number)
  each?: Set<number>;

  @ValidateBy(
    { name: 'odd', constraints: [Symbol('tag'), ['a', 'b']], validator: { validate: isEven } },
    { message: '$property is $constraint1 of $constraint2, $value, $target' },
  )
  symbol?: number;

  @IsString({ message: ({ value }: ValidationArguments) => `not ${String(value)}` })
  told?: string;

  @IsString({ message: () => undefined as unknown as string })
  untold?: string;

  @ValidateBy({ name: 'maybe', validator: { validate: () => null as unknown as boolean } })
  nothing?: number;

  @ValidateBy({
    name: 'thenable',
    validator: { validate: () => ({ then: 1 }) as unknown as boolean },
  })
  thenable?: number;

  @ValidateBy({ name: 'isString', async: true, validator: { validate: isEven } })
  namesake?: number;
}

class Conditional {
  @IsString({ validateIf: (_: object, value: unknown) => value !== 'skip' })
  rule?: unknown;

  @IsPositive({ validateIf: (object: Conditional) => object.rule === 'go' })
  other?: unknown;

  @ValidateIf((_, value) => value !== 0, { context })
  @IsString()
  property?: unknown;

  @IsOptional({ context })
  @ValidateIf(() => true)
  @IsString({ context })
  both?: unknown;
}

class Promised {
  @ValidatePromise()
  @IsString()
  @Transform(({ value }: { value: unknown }) => Promise.resolve(value))
  text?: unknown;

  @ValidatePromise({ context })
  @ValidateNested()
  item: unknown = Promise.resolve(Object.assign(new Item(), { name: 1 }));

  @ValidatePromise()
  @IsString()
  plain?: unknown;
}

class Lists {
  @ValidateNested({ each: true, context })
  @Type(() => Item)
  items?: Item[];

  @ValidateNested({ each: true })
  @Type(() => Item)
  set?: Set<Item>;

  @ValidateNested({ each: true, message: 'no $property: $value' })
  @ValidateNested()
  @Transform(({ value }: { value: unknown }) => new Map(Object.entries(value ?? {})))
  map?: unknown;

  @ValidateNested({ context })
  @IsDefined({ context })
  loose?: unknown;

  @ArrayMinSize(1)
  @Matches(/^a/, { each: true })
  @Length(2, 3, { each: true })
  texts?: unknown;
}

/** Rules of one property, in more combinations than are remembered. */
class Many {
  @Label('The text')
  @IsString()
  @IsNotEmpty()
  @MinLength(6)
  @Contains('a')
  @Matches(/b/)
  @NotContains('c')
  @IsLowercase()
  @IsAscii()
  @MaxLength(80)
  @IsIn(['abcd', 'xxxxxxabxx'])
  @Equals('abcd')
  text?: unknown;

  /** Two of a name: which of them has failed, only both can tell. */
  @Label('Twice')
  @Matches(/^a/, { context })
  @Matches(/b$/)
  ambiguous?: unknown;
}

class Odd {
  @MinLength(-1)
  min?: unknown;

  @ArrayMinSize(-1)
  @ArrayMaxSize('x' as unknown as number)
  list?: unknown;

  @Min(Number.NaN)
  @Max(undefined as unknown as number)
  bound?: unknown;

  @IsDate()
  @Type(() => Date)
  at?: Date;

  @IsIn('abc' as unknown as unknown[])
  choice?: unknown;

  @Equals(Symbol.for('x'))
  symbol?: unknown;

  @Validate(Unregistered)
  nobody?: unknown;

  @Allow()
  anything?: unknown;
}

class Nothing {
  name?: string;
}

class HoldsNothing {
  @ValidateNested()
  @Type(() => Nothing)
  nothing?: Nothing;
}

/** Every combination of what breaks one of the rules above. */
const texts = Array.from({ length: 2 ** 6 }, (_, choice) =>
  ['a', 'b', 'c', 'D', 'é', 'xxxxxx'].filter((__, bit) => choice & (1 << bit)).join(''),
);
const trials = [
  [Custom, [2, 3, 'x', null, undefined, [2, 3], [], { a: 2 }, Number.NaN]],
  [Conditional, ['skip', 'go', 0, 1, null, undefined]],
  [Promised, ['x', 1, null, undefined]],
  [
    Lists,
    [
      [{ name: 1 }, null, 3, 'x'],
      [undefined, { name: 'a' }],
      [],
      { a: { name: 1 }, b: 2 },
      null,
      5,
      'abc',
      ['ab', 7],
    ],
  ],
  [Many, [null, 7, ...texts, ['ab'], undefined]],
  [Odd, ['', 'abc', 'a', '2024-01-01', 5, [], null, undefined]],
  [Nothing, ['x', undefined]],
  [HoldsNothing, [{}, { name: 'x' }, null, undefined]],
] as const;

const optionSets: ValidationOptions[] = [
  { transform: true },
  { whitelist: true, transform: true },
  { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true },
  { forbidUnknownValues: true },
  { stopAtFirstError: true },
  { skipMissingProperties: true },
  { skipNullProperties: true },
  { skipUndefinedProperties: true },
  { dismissDefaultMessages: true },
  { validationError: { target: true, value: true } },
];

describe.each(trials)('rules of %o', (metatype, sent) => {
  it.each(optionSets)('run as the libraries run them, with %o', async (options) => {
    const names = Object.keys(new metatype());
    const payloads = sent.map((value) => Object.fromEntries(names.map((name) => [name, value])));
    const single = names.flatMap((name) => sent.map((value) => ({ [name]: value })));
    const values = () => [{}, ...payloads, ...single];
    await expectLibraryOutcomes({ metatype, options, values });
  });
});
