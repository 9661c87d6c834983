import 'reflect-metadata';
import { Type } from 'class-transformer';
import { IsInt, IsString, ValidateNested } from 'class-validator';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { canGenerate } from '../../../../lib/validation/compiled/generate/can-generate';
import { FieldValidationPipe } from '../../../../lib/validation/field-validation.pipe';
import { bodyOf } from '../support/field-errors-of';

/** New classes each time. `Started` runs code of its own: nobody makes one without need. */
function declare() {
  class Item {
    @IsString()
    name!: string;
  }
  class Started {
    readonly at = ['now'].join('');

    @IsInt()
    count!: number;
  }
  class Order {
    @ValidateNested()
    @Type(() => Item)
    item!: Item;
  }
  class Job {
    @ValidateNested()
    @Type(() => Started)
    start!: Started;
  }
  return { Order, Job };
}

const order = () => ({ item: { name: 'a' } });
const job = () => ({ start: { count: 1 } });

describe('the code of a class', () => {
  let made = 0;
  const options = { whitelist: true, transform: true };

  /** How many functions were made of strings to validate a value: two for a class, or none. */
  async function madeFor(pipe: FieldValidationPipe, metatype: Function, value: object) {
    made = 0;
    await pipe.transform(value, bodyOf(metatype as new () => object));
    return made / 2;
  }

  beforeEach(() => {
    canGenerate();
    const construct = (target: FunctionConstructor, given: string[]): Function => {
      made++;
      return Reflect.construct(target, given);
    };
    vi.stubGlobal('Function', new Proxy(Function, { construct }));
  });
  afterEach(() => vi.unstubAllGlobals());

  it('is made once, with that of the classes in it, whatever other classes come', async () => {
    const { Order } = declare();
    const pipe = new FieldValidationPipe(options);

    expect(await madeFor(pipe, Order, order())).toBe(canGenerate() ? 2 : 0);
    expect(await madeFor(pipe, declare().Order, order())).toBe(canGenerate() ? 2 : 0);
    expect(await madeFor(pipe, Order, order())).toBe(0);
  });

  it('is made anew when the first instance of a class in it was seen, and of no other', async () => {
    const { Job, Order } = declare();
    const pipe = new FieldValidationPipe(options);
    await madeFor(pipe, Order, order());

    // That of Job without Started, then with it, whose own comes with it.
    expect(await madeFor(pipe, Job, job())).toBe(canGenerate() ? 3 : 0);
    expect(await madeFor(pipe, Job, job())).toBe(0);
    expect(await madeFor(pipe, Order, order())).toBe(0);
    expect(await pipe.transform(job(), bodyOf(Job))).toEqual(job());
  });
});
