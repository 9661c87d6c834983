import { Type, type TypeHelpOptions } from 'class-transformer';
import { IsInt, IsNotEmptyObject, IsOptional, IsString, ValidateNested } from 'class-validator';
import { describe, it } from 'vitest';
import type { ValidationOptions } from '../../../../lib/validation/validation.options';
import { expectLibraryOutcomes } from './support/outcomes';

/** Its instances hold a member without rules before anything is read. */
class Item {
  isNew = true;

  @IsString()
  sku = 'none';
}

class Counted extends Item {
  @IsInt()
  count!: number;
}

class WithDefault {
  @ValidateNested()
  @Type(() => Item)
  item = new Item();

  @ValidateNested()
  @Type(() => Item)
  items = [new Item()];
}

class WithOne {
  @ValidateNested()
  @Type(() => Item)
  item!: Item;
}

class Loose {
  @IsOptional()
  @IsString()
  note?: string;
}

/** Members are counted before they are whitelisted. */
class WithCounted {
  @IsNotEmptyObject()
  @ValidateNested()
  @Type(() => Loose)
  loose!: Loose;

  @IsNotEmptyObject({ nullable: false }, { each: true })
  @ValidateNested({ each: true })
  @Type(() => Loose)
  list!: Loose[];
}

class WithKinds {
  @IsOptional()
  @IsString()
  kind?: string;

  @ValidateNested()
  @Type((help) => ((help as TypeHelpOptions).object['kind'] === 'counted' ? Counted : Item))
  item!: Item;

  @ValidateNested()
  @Type(() => WithOne)
  inner!: WithOne;
}

const unknown = { sku: 'a', isAdmin: true };
const broken = { sku: 1, isAdmin: true };
const counted = { ...unknown, count: 1 };

const trials = [
  {
    metatype: WithCounted,
    values: () => [
      { loose: { extra: [] }, list: [{ extra: 1 }] },
      { loose: { extra: [] }, list: [{ extra: null }] },
      { loose: {}, list: [] },
    ],
  },
  {
    metatype: WithDefault,
    values: () => [{}, { item: unknown }, { items: [unknown] }, { items: [unknown, broken] }, {}],
  },
  {
    metatype: WithOne,
    values: () => [
      { item: unknown },
      // Declared as one, sent as many.
      { item: [unknown] },
      { item: [unknown, broken] },
      { item: [[unknown], unknown] },
      { item: broken },
    ],
  },
  {
    metatype: WithKinds,
    values: () => [
      { item: unknown, inner: { item: unknown, isAdmin: true } },
      { kind: 'counted', item: counted, inner: { item: unknown } },
      { kind: 'counted', item: counted, inner: { item: broken } },
      { kind: 1, item: unknown, inner: { item: [unknown], isAdmin: true } },
      { kind: 1, item: counted, inner: { item: unknown, isAdmin: true } },
    ],
  },
];

const optionSets: ValidationOptions[] = [
  { whitelist: true, transform: true },
  { whitelist: true },
  { whitelist: true, forbidNonWhitelisted: true, transform: true },
  { whitelist: true, transform: true, stopAtFirstError: true },
  { transform: true },
];

describe.each(trials)('members without rules in $metatype.name', ({ metatype, values }) => {
  it.each(optionSets)('are what the libraries leave of them, with %o', async (options) => {
    // Twice: code is generated when the first instances have been seen.
    const twice = () => [...values(), ...values()];
    await expectLibraryOutcomes({ metatype, options, values: twice });
  });
});
