import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toFieldName, toPointer } from '../../../lib/formats/field-path';
import { objectOf } from '../../../lib/formats/group-by-field';

const segment = fc.oneof(fc.string({ unit: 'binary' }), fc.nat(50));

describe('A field path', () => {
  it.each([
    [['name'], 'name', '#/name'],
    [['items', 0, 'price'], 'items[0].price', '#/items/0/price'],
    [[3], '[3]', '#/3'],
    [['a.b', 'c'], '["a.b"].c', '#/a.b/c'],
    [['a/b', '~', 'ä'], 'a/b.~.ä', '#/a~1b/~0/%C3%A4'],
    [['tenant-code'], 'tenant-code', '#/tenant-code'],
    [[], '', '#'],
  ])('%j is %s, and %s as a pointer', (path, name, pointer) => {
    expect(toFieldName(path)).toBe(name);
    expect(toPointer(path)).toBe(pointer);
  });

  it('never throws, and is a pointer from which the path can be read', () => {
    fc.assert(
      fc.property(fc.array(segment, { maxLength: 6 }), (path) => {
        toFieldName(path);
        const read = toPointer(path)
          .slice(1)
          .split('/')
          .slice(1)
          .map((part) => decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~'));
        expect(read).toEqual(path.map((part) => String(part).toWellFormed()));
      }),
      { seed: 20_261_122 },
    );
  });

  it('named __proto__ pollutes nothing', () => {
    const object = objectOf([['__proto__', ['x']]]);

    expect(JSON.stringify(object)).toBe('{"__proto__":["x"]}');
    expect(({} as Record<string, unknown>)['0']).toBeUndefined();
  });
});
