import { Exclude, Type } from 'class-transformer';
import { IsInt, IsString, MinLength, ValidateNested } from 'class-validator';
import { describe, expect, it } from 'vitest';
import type { ValidationException } from '../../../../lib/catalog/validation-exception';
import { FieldValidationPipe } from '../../../../lib/validation/field-validation.pipe';

/** A class, another that holds it, and one that has nothing to do with either. */
function declare() {
  class Item {
    @IsString()
    name!: string;
  }
  class Holder {
    @ValidateNested()
    @Type(() => Item)
    item!: Item;
  }
  class Other {
    @IsInt()
    count!: number;
  }
  return { Item, Holder, Other };
}

async function rulesBrokenBy(pipe: FieldValidationPipe, metatype: Function, value: object) {
  try {
    await pipe.transform(value, { type: 'body', metatype: metatype as new () => object });
    return [];
  } catch (thrown) {
    return (thrown as ValidationException).fields.map(({ path, rule }) => [path.join('.'), rule]);
  }
}

describe('decorators that come late', () => {
  it('count from the next value on, in the class and in those that hold it', async () => {
    const { Item, Holder, Other } = declare();
    const pipe = new FieldValidationPipe({ whitelist: true, transform: true });
    const broken = () => rulesBrokenBy(pipe, Holder, { item: { name: 'a' } });
    for (let use = 0; use < 2; use++) {
      expect(await broken()).toEqual([]);
      expect(await rulesBrokenBy(pipe, Other, { count: 'x' })).toEqual([['count', 'isInt']]);
    }

    MinLength(2)(Item.prototype, 'name');

    for (let use = 0; use < 2; use++) {
      expect(await broken()).toEqual([['item.name', 'minLength']]);
      expect(await rulesBrokenBy(pipe, Other, { count: 'x' })).toEqual([['count', 'isInt']]);
    }
  });

  it('count if they are those of class-transformer, too', async () => {
    const { Item, Holder } = declare();
    const pipe = new FieldValidationPipe({ whitelist: true, transform: true });
    expect(await rulesBrokenBy(pipe, Holder, { item: { name: 'a' } })).toEqual([]);

    Exclude()(Item.prototype, 'name');

    expect(await rulesBrokenBy(pipe, Holder, { item: { name: 'a' } })).toEqual([
      ['item.name', 'isString'],
    ]);
  });

  it('change nothing for classes that nobody has validated yet', async () => {
    const { Holder } = declare();
    const pipe = new FieldValidationPipe({ transform: true });
    expect(await rulesBrokenBy(pipe, Holder, { item: { name: 'a' } })).toEqual([]);
    MinLength(2)(declare().Item.prototype, 'name');
    expect(await rulesBrokenBy(pipe, Holder, { item: { name: 'a' } })).toEqual([]);
  });
});
