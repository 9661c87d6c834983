import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exceedsDepth } from '../../../lib/validation/exceeds-depth';

function nested(levels: number, wrap: (inner: unknown) => unknown): unknown {
  let value: unknown = 'leaf';
  for (let level = 0; level < levels; level++) value = wrap(value);
  return value;
}

/** The plain definition, for values that do not exhaust the stack. */
function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}

describe('the depth of a value', () => {
  it.each([
    ['objects', (inner: unknown) => ({ inner })],
    ['arrays', (inner: unknown) => [inner]],
    ['__proto__ keys', (inner: unknown) => JSON.parse(`{"__proto__":${JSON.stringify(inner)}}`)],
  ])('counts levels of %s', (_, wrap) => {
    expect(exceedsDepth(nested(32, wrap), 32)).toBe(false);
    expect(exceedsDepth(nested(33, wrap), 32)).toBe(true);
  });

  it('agrees with the recursive definition', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 8 }), fc.integer({ min: 1, max: 9 }), (value, limit) => {
        expect(exceedsDepth(value, limit)).toBe(depthOf(value) > limit);
      }),
      { seed: 20_240_115 },
    );
  });

  it('needs no stack for a million levels', () => {
    expect(
      exceedsDepth(
        nested(1_000_000, (inner) => [inner]),
        500,
      ),
    ).toBe(true);
  });

  it('ends on cycles and visits what is shared once', () => {
    const cycle: Record<string, unknown> = {};
    cycle['self'] = cycle;
    let shared: unknown = {};
    for (let level = 0; level < 60; level++) shared = [shared, shared];

    expect(exceedsDepth(cycle, 32)).toBe(false);
    expect(exceedsDepth(shared, 100)).toBe(false);
  });

  it('does not walk the length of a sparse array', () => {
    const sparse: unknown[] = [];
    sparse[4_294_967_294 - 1] = [[]];

    expect(exceedsDepth(sparse, 2)).toBe(true);
  });

  it('does not look into files, streams and other instances', () => {
    class Stream {
      readonly state = nested(50, (inner) => ({ inner }));
    }

    expect(exceedsDepth({ file: new Stream(), bytes: Buffer.alloc(8) }, 2)).toBe(false);
  });
});
