import { Exclude, Type } from 'class-transformer';
import * as classValidator from 'class-validator';
import { IsInt, IsString, MaxLength, MinLength, ValidateNested } from 'class-validator';
import { describe, expect, it } from 'vitest';
import type { ValidationException } from '../../../../lib/catalog/validation-exception';
import { FieldValidationPipe } from '../../../../lib/validation/field-validation.pipe';
import { bodyOf } from '../support/field-errors-of';

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

  it.each([true, false])(
    'give the rules that were there before their parameters (compile: %s)',
    async (compile) => {
      class Base {
        @MaxLength(0)
        note!: string;
      }
      class Note extends Base {}
      const pipe = new FieldValidationPipe({ compile });
      const paramsOf = async () => {
        const answer = (async () => pipe.transform({ note: 'a' }, bodyOf(Note)))();
        const thrown: unknown = await answer.catch((refused: unknown) => refused);
        return (thrown as ValidationException).fields.map(({ params }) => params);
      };
      expect(await paramsOf()).toEqual([{ max: 0 }]);

      MinLength(0)(Base.prototype, 'note');

      expect(await paramsOf()).toEqual([{ min: 0, max: 0 }]);
    },
  );

  it('ask nothing of a storage that only reads', async () => {
    const { Other } = declare();
    const reading = Object.fromEntries(
      (['getTargetValidationMetadatas', 'getTargetValidatorConstraints'] as const).map((name) => {
        const storage = classValidator.getMetadataStorage();
        return [name, storage[name].bind(storage)];
      }),
    );
    const validatorPackage = { ...classValidator, getMetadataStorage: () => reading } as never;
    const pipe = new FieldValidationPipe({ validatorPackage });

    expect(await rulesBrokenBy(pipe, Other, { count: 'x' })).toEqual([['count', 'isInt']]);
    expect(Object.keys(reading)).toHaveLength(2);
  });
});
