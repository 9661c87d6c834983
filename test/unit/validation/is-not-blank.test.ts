import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IsNotBlank } from '../../../lib/validation/is-not-blank';
import { bodyOf, classWith, fieldErrorsOf } from './support/field-errors-of';

const isRefused = async (decorator: PropertyDecorator, field: unknown, groups?: string[]) =>
  (await fieldErrorsOf(bodyOf(classWith(decorator)), { field }, groups && { groups })).length > 0;

describe('@IsNotBlank()', () => {
  it.each([undefined, null, '', '   ', '\t\r\n', '\u00a0\u2003\ufeff', 5, true, [], {}, ['x']])(
    'refuses %j',
    async (value) => {
      expect(await isRefused(IsNotBlank(), value)).toBe(true);
    },
  );

  it.each(['x', ' x ', '\u200b', '0'])('takes %j', async (value) => {
    expect(await isRefused(IsNotBlank(), value)).toBe(false);
  });

  it('takes a text exactly if something is left of it when it is trimmed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (value) => {
        expect(await isRefused(IsNotBlank(), value)).toBe(value.trim() === '');
      }),
      { seed: 20_240_115 },
    );
  });

  it("has the library's options of a decorator", async () => {
    expect(await isRefused(IsNotBlank({ each: true }), ['x', ' '])).toBe(true);
    expect(await isRefused(IsNotBlank({ each: true }), ['x', 'y'])).toBe(false);
    expect(await isRefused(IsNotBlank({ groups: ['a'] }), '', ['b'])).toBe(false);
    expect(await isRefused(IsNotBlank({ validateIf: () => false }), '')).toBe(false);
  });
});
