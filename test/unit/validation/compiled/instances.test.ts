import { Transform, Type } from 'class-transformer';
import { Allow, IsOptional, IsString, ValidateNested } from 'class-validator';
import { describe, it } from 'vitest';
import type { ValidationOptions } from '../../../../lib/validation/validation.options';
import { expectLibraryOutcomes } from './support/outcomes';

class Inner {
  @IsString()
  name!: string;
}

class WithSetter {
  #name = '';

  @IsString()
  set name(value: string) {
    this.#name = value;
  }

  get name(): string {
    return this.#name;
  }
}

class WithGetter {
  @IsString()
  get name(): string {
    return 'fixed';
  }
}

class InheritsGetter extends WithGetter {
  @IsString()
  title!: string;
}

class WithAngryGetter {
  @IsString()
  get name(): string {
    throw new RangeError('no name');
  }
}

class WithMap {
  @ValidateNested()
  @Type(() => Inner)
  byName!: Map<string, Inner>;
}

let wanted = true;
const called = () => 'called';

/** What its instances hold is the constructor's choice. */
class Moody {
  [name: string]: unknown;

  @Allow()
  @IsOptional()
  @IsString()
  title?: unknown;

  constructor() {
    wanted = !wanted;
    if (wanted) this['secret'] = 1;
    this['late'] = wanted;
    this.title = wanted ? called : 'text';
  }
}

class HoldsMoody {
  @ValidateNested()
  @Type(() => Moody)
  moody!: Moody;

  @ValidateNested()
  @Type(() => Moody)
  list!: Moody[];
}

class Angry {
  @IsString()
  name!: string;

  constructor() {
    throw new RangeError('no instance');
  }
}

class HoldsAngry {
  @ValidateNested()
  @Type(() => Angry)
  angry?: Angry;
}

/** class-validator takes the members of every object for rules of this name. */
class Misnamed {
  @IsString()
  override = 'x';

  @IsString()
  valueOf!: () => object;
}

/** The same, but its instances do not have it from the start. */
class MisnamedLater {
  name?: string;
}
IsString()(MisnamedLater.prototype, 'valueOf');

class HoldsMisnamed {
  @ValidateNested()
  @Type(() => MisnamedLater)
  inner?: MisnamedLater;
}

/** An instance that tells nobody of its class. */
class Anonymous {
  @ValidateNested()
  @Transform(({ value }: { value: unknown }) => ({ name: value, constructor: undefined }))
  inner?: unknown;

  @ValidateNested({ each: true })
  @Transform(({ value }: { value: unknown }) => [{ name: value, constructor: 'x' }])
  list?: unknown;
}

/** As compilers make it that do not define fields. */
class Undeclared {
  declare name: string;
}
IsString()(Undeclared.prototype, 'name');

class Loose {
  @Type(() => Inner)
  @ValidateNested()
  inner?: Inner;

  @Type(() => Number)
  unruled?: number;
}

/** Not pure, and with a type that only the compiler tells. */
class Bare {
  kind = ['bare'].join('');

  @Type()
  @ValidateNested()
  inner?: Inner;
}

class WithInherited {
  hasOwnProperty = 1;
  name?: string;
}
for (const decorate of [IsOptional(), IsString()]) {
  decorate(WithInherited.prototype as object, 'name');
}

class HoldsInherited {
  @ValidateNested()
  @Type(() => WithInherited)
  inner?: object;
}

class WithBytes {
  @ValidateNested()
  data: unknown = Buffer.from('x');
}

class WithManyBytes {
  @ValidateNested({ each: true })
  list: unknown = [1, {}, new Uint8Array(1)];

  @ValidateNested({ each: true })
  byName: unknown = new Map([['a', new ArrayBuffer(1)]]);

  @ValidateNested()
  nested: unknown = new WithBytes();

  @ValidateNested()
  odd: unknown = Object.create(null);
}

/** Its type depends on what is sent with it. */
class Picky {
  @IsOptional()
  @IsString()
  kind?: string;

  @ValidateNested()
  @Type((help) =>
    (help as unknown as { object: { kind: string } }).object.kind.length > 1 ? Inner : WithGetter,
  )
  inner?: object;
}

const optionSets: ValidationOptions[] = [
  { transform: true },
  { whitelist: true, transform: true },
  { whitelist: true },
  { whitelist: true, forbidNonWhitelisted: true },
  { forbidUnknownValues: true, whitelist: true },
];

const inner = [{ name: 'a' }, { name: 1, extra: 1 }];
const trials = [
  [WithSetter, [{}, ...inner]],
  [WithGetter, [{}, ...inner]],
  [InheritsGetter, [{}, ...inner, { title: 'a' }]],
  [WithAngryGetter, [{}, {}, ...inner]],
  [WithMap, [{}, { byName: { a: { name: 'b' } } }, { byName: { a: { name: 1 } } }]],
  [Moody, [{}, {}, { title: 'a' }, { title: 'a', late: 1 }, { secret: 2 }, {}, { title: 1 }]],
  [HoldsMoody, [{}, { moody: {} }, { moody: { title: 1 } }, { list: [{}, {}] }, { list: {} }]],
  [Angry, [{}, {}]],
  [HoldsAngry, [{}, {}, { angry: {} }, { angry: [{}] }, {}]],
  [Misnamed, [{}, { override: 'a' }]],
  [MisnamedLater, [{}, {}, { name: 'a' }]],
  [HoldsMisnamed, [{}, { inner: {} }, { inner: { name: 'a' } }]],
  [Anonymous, [{}, { inner: 1 }, { list: 1 }]],
  [Bare, [{ inner: { name: 'a' } }, {}, { inner: { name: 1 } }]],
  [Undeclared, [{}, { name: 'a' }, { name: 1, extra: 1 }]],
  [Loose, [{}, { unruled: '5' }, { inner: { name: 'a' }, unruled: 5 }, { unruled: 'x' }]],
  [WithInherited, [{}, {}, { name: 'a' }]],
  [HoldsInherited, [{}, {}, { inner: {} }, { inner: { name: 1 } }]],
  [WithBytes, [{}, {}, { data: 1 }]],
  [WithManyBytes, [{}, {}, { list: [], byName: [] }, { nested: 1, list: [], byName: [] }]],
  [Picky, [{}, { kind: 'x', inner: inner[0] }, { kind: 'xy', inner: inner[0] }, { inner: {} }]],
] as const;

describe.each(trials)('instances of %o', (metatype, sent) => {
  it.each(optionSets)('are made as the libraries make them, with %o', async (options) => {
    const values = () => {
      wanted = true;
      return [...sent, ...sent].map((value) => structuredClone(value));
    };
    await expectLibraryOutcomes({ metatype, options, values });
  });
});
