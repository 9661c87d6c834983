import { Expose, Transform, Type, type TypeHelpOptions } from 'class-transformer';
import { getMetadataStorage, IsOptional, IsString, ValidateNested } from 'class-validator';
import { afterEach, beforeEach, describe, it } from 'vitest';
import type { ValidationOptions } from '../../../../lib/validation/validation.options';
import { expectLibraryOutcomes } from './support/outcomes';

class Exposed {
  @Expose()
  @IsString()
  name!: string;
}

/** New classes each time: the first value of a class may be built without generated code. */
function declare() {
  class Inner {
    @IsOptional()
    @IsString()
    name?: string;
  }

  class Unusual {
    hasOwnProperty = 1;
  }

  const isSent = (help: TypeHelpOptions | undefined) =>
    Object.keys(help?.object as object).length > 0;

  /** What it holds is known only when a value comes. */
  class Dynamic {
    @ValidateNested()
    @Type((help) => (isSent(help) ? Inner : String))
    one?: Inner;

    @ValidateNested()
    @Type((help) => (isSent(help) ? Inner : String))
    many?: Inner[];

    @IsOptional()
    @Type((help) => (isSent(help) ? Unusual : String))
    any?: Unusual;

    @Type()
    bare?: Inner;
  }

  /** Making an instance of it runs no code of its own. */
  class Pure {
    @ValidateNested()
    @Type(() => Inner)
    one?: Inner;

    @ValidateNested({ each: true })
    @Type(() => Inner)
    many?: Inner[];

    @IsOptional()
    @Type(() => Date)
    at?: Date;

    @IsOptional()
    @IsString({ each: true })
    @Type(() => String)
    labels?: Set<string>;

    @Type(() => Number)
    count?: number;

    @Type(() => 5 as never)
    loose?: unknown;

    @IsOptional()
    any?: unknown;
  }

  class Holder {
    @ValidateNested()
    @Type(() => Inner)
    one?: Inner;

    @ValidateNested({ each: true })
    @Type(() => Inner)
    many?: Inner[];

    @ValidateNested({ each: true })
    @Type(() => Inner)
    set?: Set<Inner>;

    @ValidateNested()
    @Type(() => Exposed)
    exposed?: Exposed;

    @IsOptional()
    @Type(() => Number)
    count?: number;

    @IsOptional()
    @Type(() => Date)
    at?: Date;

    @IsOptional()
    @Type(() => String)
    labels?: Set<string>;

    @IsOptional()
    @Type(() => Object)
    loose?: object;

    @IsOptional()
    any?: unknown;

    @IsOptional()
    then?: unknown;

    get upper(): string {
      return 'upper';
    }

    method(): string {
      return 'called';
    }
  }
  class Promised {
    @IsOptional()
    then?: unknown;
  }
  return [Holder, Pure, Promised, Dynamic] as const;
}

/** Values without a prototype of their own: nothing else is known of such a request. */
const bare = (held: object) => Object.assign(Object.create(null) as object, held);

const called = () => 'called';

/** Lists of a class of their own are copied as plain ones. */
class Items extends Array<unknown> {}

const named = () => Object.assign(['x'], { extra: 1 });

function sparse(): unknown[] {
  const list: unknown[] = [];
  list[1] = { name: 'a' };
  return list;
}

/** Made anew each time: Nest's pipe removes keys from what it is given. */
const members = (): readonly unknown[] => [
  { name: 'a' },
  { name: 1, extra: { deep: [1, { x: null }] } },
  [{ name: 'a' }, { name: 1 }, null, 3],
  [[{ name: 'a' }]],
  JSON.parse('{"__proto__": {"name": "a"}, "name": "b"}'),
  { constructor: { prototype: 1 } },
  { inner: { prototype: 1 } },
  [JSON.parse('{"__proto__": 1}')],
  { name: 'a', then: 'later' },
  { inner: { then: called } },
  { name: 'a', then: called },
  { toString: 'x' },
  bare({ name: 'a' }),
  Object.assign(Object.create(Object.create(null) as object) as object, { name: 'a' }),
  new Exposed(),
  [new Exposed()],
  named(),
  Object.assign(['x'], { constructor: { prototype: 1 } }),
  sparse(),
  [sparse()],
  Items.from([{ name: 'a' }, [1]]),
  { inner: Items.from(['x']) },
  new Date(0),
  [new Date(0)],
  new Map([['name', 'a']]),
  new Set([{ name: 'a' }]),
  Buffer.from('x'),
  called,
  'text',
  '7',
  7,
  0,
  true,
  null,
  undefined,
];

const places = [
  ...['one', 'many', 'set', 'exposed', 'count', 'at', 'labels', 'loose', 'bare', 'any', 'then'],
  ...['upper', 'method', 'unknown', 'toString', 'constructor', '__proto__'],
];

const optionSets: ValidationOptions[] = [
  {},
  { transform: true },
  { whitelist: true, transform: true },
  { whitelist: true },
  { whitelist: true, forbidNonWhitelisted: true, transform: true },
  { whitelist: true, transform: true, stopAtFirstError: true },
];

const payloadOf = (place: string, member: unknown): object =>
  Object.defineProperty({}, place, {
    value: member,
    enumerable: true,
    configurable: true,
    writable: true,
  });

/** A value with a method `then` is a promise that never comes to an end. */
const sentAs = (place: string) =>
  members().filter((member) => place !== 'then' || typeof member !== 'function');

/** What is in class-validator's storage: for each object it looks through all classes there. */
const known = (getMetadataStorage() as unknown as { validationMetadatas: Map<Function, unknown> })
  .validationMetadatas;
let before = new Set<Function>();

describe.each(places)('values that are sent as "%s"', (place) => {
  beforeEach(() => (before = new Set(known.keys())));
  afterEach(() => {
    for (const target of known.keys()) if (!before.has(target)) known.delete(target);
  });

  it('become what the libraries make of them when the class is new', async () => {
    const options = { whitelist: true, transform: true };
    for (const index of sentAs(place).keys()) {
      const values = () => [payloadOf(place, sentAs(place)[index])];
      for (const metatype of declare()) await expectLibraryOutcomes({ metatype, options, values });
    }
  });

  it.each(optionSets)('become what the libraries make of them, with %o', async (options) => {
    const values = () => [{}, ...sentAs(place).map((member) => payloadOf(place, member))];
    for (const metatype of declare()) await expectLibraryOutcomes({ metatype, options, values });
  });
});

describe('whole values that no parser makes', () => {
  class Reviver {
    @Transform(({ value }: { value: unknown }) => Object.assign(new Exposed(), value))
    @ValidateNested()
    one!: Exposed;
  }

  it.each(optionSets)('become what the libraries make of them, with %o', async (options) => {
    for (const metatype of [...declare(), Reviver, Exposed]) {
      const values = () => [
        new Exposed(),
        bare({ name: 'a', one: { name: 'b' } }),
        named(),
        sparse(),
      ];
      await expectLibraryOutcomes({ metatype, options, values });
      await expectLibraryOutcomes({ metatype, options, values: () => [{}, ...values()] });
    }
  });

  it('are left to the libraries where the argument has no class', async () => {
    const metatype = 'no class' as unknown as new () => object;
    await expectLibraryOutcomes({ metatype, values: () => [{}, { name: 'a' }] });
  });
});
