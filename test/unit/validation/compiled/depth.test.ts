import { Type } from 'class-transformer';
import { Allow, IsOptional, IsString, ValidateNested } from 'class-validator';
import { describe, expect, it } from 'vitest';
import type { ValidationException } from '../../../../lib/catalog/validation-exception';
import { FieldValidationPipe } from '../../../../lib/validation/field-validation.pipe';

class Tree {
  /** Not pure: the first one is built without generated code. */
  readonly kind: string = ['tree'].join('');

  @ValidateNested()
  @Type(() => Tree)
  one?: Tree;

  @ValidateNested({ each: true })
  @Type(() => Tree)
  many?: Tree[];

  @ValidateNested({ each: true })
  @Type(() => Tree)
  set?: Set<Tree>;

  @IsOptional()
  @Type(() => String)
  text?: string;

  @Allow()
  any?: unknown;

  method(): void {}
}

class Leaf {
  @IsOptional()
  @IsString()
  name?: string;

  @IsOptional()
  any?: unknown;
}

/** Making an instance of it runs no code; what it holds is known only when a value comes. */
class Pure {
  @ValidateNested()
  @Type((help) => (Object.keys(help?.object as object).length > 0 ? Leaf : String))
  one?: Leaf;

  @ValidateNested()
  @Type((help) => (Object.keys(help?.object as object).length > 0 ? Pure : String))
  many?: Pure[];

  @ValidateNested()
  @Type(() => Pure)
  set?: Pure;

  @ValidateNested()
  @Type(() => Leaf)
  text?: Leaf[];

  @ValidateNested()
  @Type(() => Pure)
  next?: Pure;

  @IsOptional()
  any?: unknown;
}

const MAX_DEPTH = 2;
const deeper: readonly ((inner: object) => object)[] = [
  (inner) => ({ one: inner }),
  (inner) => ({ many: [inner] }),
  (inner) => [inner],
  (inner) => ({ set: [inner] }),
  (inner) => ({ any: inner }),
  (inner) => ({ any: [inner] }),
  (inner) => ({ unknown: inner }),
  (inner) => ({ method: inner }),
  (inner) => ({ method: [inner] }),
  (inner) => ({ text: inner }),
  (inner) => ({ next: inner }),
];

/** All values of that depth that can be made of these. */
function nested(depth: number): object[] {
  if (depth === 1) return [{}, []];
  return nested(depth - 1).flatMap((inner) => deeper.map((wrap) => wrap(inner)));
}

async function outcome(
  pipe: FieldValidationPipe,
  metatype: new () => object,
  value: unknown,
): Promise<unknown> {
  try {
    return await pipe.transform(structuredClone(value), { type: 'body', metatype });
  } catch (thrown) {
    return (thrown as ValidationException).fields;
  }
}

describe.each([Tree, Pure])('a value of %o that is nested too deep', (metatype) => {
  it.each([{ transform: true }, { whitelist: true, transform: true }])(
    'is refused wherever it stands, before and after code is generated, with %o',
    async (options) => {
      const given = { ...options, maxDepth: MAX_DEPTH };
      const library = new FieldValidationPipe({ ...given, compile: false });
      const used = new FieldValidationPipe(given);
      await outcome(used, metatype, {});

      for (const value of [...nested(MAX_DEPTH), ...nested(MAX_DEPTH + 1)]) {
        const expected = await outcome(library, metatype, value);
        expect(await outcome(used, metatype, value)).toEqual(expected);
        expect(await outcome(new FieldValidationPipe(given), metatype, value)).toEqual(expected);
      }
    },
  );
});

describe('more errors than are told', () => {
  it('are cut where the libraries would cut them', async () => {
    const list = Array.from({ length: 150 }, () => ({ name: 1 }));
    const value = { many: { text: list }, text: list };
    const library = new FieldValidationPipe({ compile: false });
    const expected = await outcome(library, Pure, value);
    expect(expected).toHaveLength(101);
    expect(await outcome(new FieldValidationPipe(), Pure, value)).toEqual(expected);
  });
});
