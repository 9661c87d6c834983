import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';
import { describe, expect, it } from 'vitest';
import type { ValidationException } from '../../../../lib/catalog/validation-exception';
import type { FieldError } from '../../../../lib/record/field-error';
import { FieldValidationPipe } from '../../../../lib/validation/field-validation.pipe';
import type { ValidationOptions } from '../../../../lib/validation/validation.options';
import { bodyOf } from '../support/field-errors-of';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

class Item {
  @IsInt()
  count!: number;
}

class Order {
  @IsOptional()
  @ValidateNested({ each: true })
  @Type(() => Item)
  items?: Item[];

  @IsOptional()
  @IsString({ each: true })
  @MaxLength(5, { each: true })
  tags?: string[];

  @IsOptional()
  @Type(() => Number)
  numbers?: number[];

  @IsOptional()
  any?: unknown;
}

const list = (count: number, item: (index: number) => unknown) =>
  Array.from({ length: count }, (_, index) => item(index));
const members = (count: number) =>
  Object.fromEntries(list(count, (index) => [`key${index}`, index]) as [string, number][]);

const SHAPES: Readonly<Record<string, (scale: number) => object>> = {
  'valid items': (scale) => ({ items: list(scale, (count) => ({ count })) }),
  'invalid items': (scale) => ({ items: list(scale, () => ({ count: 'x' })) }),
  'items with unknown members': (scale) => ({ items: list(scale, (count) => ({ count, x: 1 })) }),
  'short texts': (scale) => ({ tags: list(scale, String) }),
  'texts that are too long': (scale) => ({ tags: list(scale, () => 'too long') }),
  'texts that are numbers': (scale) => ({ numbers: list(scale, String) }),
  'unknown members': members,
  'members of a member without rules': (scale) => ({ any: members(scale) }),
  'lists in a member without rules': (scale) => ({ any: list(scale, () => [[]]) }),
};

const OPTIONS: readonly ValidationOptions[] = [
  { transform: true },
  { whitelist: true, transform: true },
  { whitelist: true, forbidNonWhitelisted: true },
];

async function fieldsOf(pipe: FieldValidationPipe, body: object): Promise<readonly FieldError[]> {
  try {
    await pipe.transform(body, bodyOf(Order));
    return [];
  } catch (thrown) {
    return (thrown as ValidationException).fields;
  }
}

describe.each(OPTIONS)('a large value, with %o', (options) => {
  it.each(Object.entries(SHAPES))(
    'takes time in proportion to its size: %s',
    async (_, valueOf) => {
      const pipe = new FieldValidationPipe(options);
      /** Of the processor: others on the machine do not count. */
      const microsecondsFor = async (scale: number) => {
        const times: number[] = [];
        for (let round = 0; round < 2; round++) {
          const body = valueOf(scale);
          const started = process.cpuUsage();
          await fieldsOf(pipe, body);
          const { user, system } = process.cpuUsage(started);
          times.push(user + system);
        }
        return Math.min(...times);
      };

      // Quadratic time would be a factor of 64, and 16 thousand million steps: many seconds. What
      // outlives a collection of garbage costs ten times what does not, so that a factor alone says
      // little of less than two.
      const few = await microsecondsFor(16_000);
      expect(await microsecondsFor(128_000)).toBeLessThan(16 * Math.max(few, 125_000));
    },
  );

  it.each<[string, (inner: unknown) => object]>([
    ['lists', (inner) => [inner]],
    ['objects', (inner) => ({ any: inner })],
    ['items', (inner) => ({ items: [inner] })],
  ])('is refused for its depth, whatever that is: %s', async (_, wrap) => {
    let body: object = {};
    for (let level = 0; level < 200_000; level++) body = { any: wrap(body) };
    const fields = await fieldsOf(new FieldValidationPipe(options), body);
    expect(fields.map(({ rule }) => rule)).toEqual(['maxDepth']);
  });
});

describe('values that are never the same', () => {
  it('leave nothing behind', async () => {
    const pipe = new FieldValidationPipe({ whitelist: true, forbidNonWhitelisted: true });
    const send = async (count: number) => {
      for (let index = 0; index < count; index++) {
        const name = `${'x'.repeat(1_000)}${Math.random()}`;
        const items = [{ count: name, [name]: 1 }];
        expect(await fieldsOf(pipe, { [name]: 1, items, tags: [name] })).toHaveLength(4);
      }
      collectGarbage();
      return process.memoryUsage().heapUsed;
    };
    const before = await send(500);
    // 5,000 names of a kilobyte would be 5 MB, and each is there three times.
    expect((await send(5_000)) - before).toBeLessThan(2_000_000);
  });
});
