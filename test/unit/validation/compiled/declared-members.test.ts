import { Type } from 'class-transformer';
import { Allow, IsArray, IsOptional } from 'class-validator';
import { describe, it } from 'vitest';
import { expectLibraryOutcomes } from './support/outcomes';

class Inner {
  @Allow()
  name?: unknown;
}

class WithMethod {
  @Allow()
  label(): string {
    return 'called';
  }
}

/** Its instances have a field where others inherit a method. */
class WithField extends WithMethod {
  @IsOptional()
  @Type(() => Inner)
  override label!: never;
}

class InnerList extends Array<Inner> {}

class WithListClass {
  @IsArray()
  @Type(() => Inner)
  items!: InnerList;
}

describe('members that a class declares in an unusual way', () => {
  it.each([{ transform: true }, { transform: true, whitelist: true }, { always: true }])(
    'are built as class-transformer builds them: a field over a method, %o',
    async (options) => {
      const values = () => [{ label: {} }, { label: { name: 1 } }, { label: 'x' }, {}];
      await expectLibraryOutcomes({ metatype: WithField, options, values });
      await expectLibraryOutcomes({ metatype: WithMethod, options, values });
    },
  );

  it.each([{ transform: true }, { always: true }, {}])(
    'are built as class-transformer builds them: a list of a class of its own, %o',
    async (options) => {
      const values = () => [{ items: [] }, { items: [{ name: 1 }] }, { items: {} }];
      await expectLibraryOutcomes({ metatype: WithListClass, options, values });
    },
  );
});
