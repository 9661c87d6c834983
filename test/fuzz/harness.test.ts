import 'reflect-metadata';
import type { ArgumentMetadata, PipeTransform, ValidationError } from '@nestjs/common';
import { describe, expect, it } from 'vitest';
import { copy } from './compare/copy';
import { firstDifference } from './compare/first-difference';
import { againstNest } from './contestants';
import { fuzz } from './fuzz';
import { RefusedTree } from './outcome';

interface Fault {
  readonly accepted?: (value: unknown, payload: unknown) => unknown;
  readonly refused?: (errors: ValidationError[], payload: unknown) => unknown;
  readonly runs?: number;
}

/** Nest's pipe with one thing wrong. */
class FaultyPipe implements PipeTransform {
  constructor(
    private readonly pipe: PipeTransform,
    private readonly fault: Fault,
  ) {}

  async transform(payload: unknown, argument: ArgumentMetadata): Promise<unknown> {
    const { accepted, refused, runs = 1 } = this.fault;
    for (let run = 1; run < runs; run++) {
      await Promise.resolve(this.pipe.transform(copy(payload), argument)).catch(() => undefined);
    }
    try {
      const value: unknown = await this.pipe.transform(payload, argument);
      return accepted ? accepted(value, payload) : value;
    } catch (thrown) {
      if (!(thrown instanceof RefusedTree) || !refused) throw thrown;
      return refused(thrown.errors as ValidationError[], payload);
    }
  }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

function refuseWith(errors: readonly ValidationError[]): never {
  throw new RefusedTree(errors);
}

/** Changes what each error says, wherever it stands in the tree. */
function inEach(change: (error: ValidationError) => void) {
  const visit = (error: ValidationError): void => {
    change(error);
    error.children?.forEach(visit);
  };
  return (errors: ValidationError[]) => {
    errors.forEach(visit);
    refuseWith(errors);
  };
}

const FAULTS: Readonly<Record<string, Fault>> = {
  'accepts what is refused': { refused: (_, payload) => payload },
  'refuses what is accepted': { accepted: () => refuseWith([]) },
  'validates twice': { runs: 2 },
  'loses the prototype': { accepted: (value) => (isObject(value) ? { ...value } : value) },
  'hands back the payload': { accepted: (_, payload) => payload },
  'hands back a copy': { accepted: (value) => copy(value) },
  'orders keys anew': {
    accepted: (value) => {
      if (!isObject(value) || Array.isArray(value)) return value;
      const [first] = Object.keys(value);
      if (first === undefined) return value;
      const descriptor = Object.getOwnPropertyDescriptor(value, first) as PropertyDescriptor;
      Reflect.deleteProperty(value, first);
      return Object.defineProperty(value, first, descriptor);
    },
  },
  'makes -0 a 0': {
    accepted: (value) => {
      if (!isObject(value) || Array.isArray(value)) return value;
      for (const [key, item] of Object.entries(value)) {
        if (Object.is(item, -0)) Reflect.set(value, key, 0);
      }
      return value;
    },
  },
  'sorts errors': { refused: (errors) => refuseWith(errors.toReversed()) },
  'loses an error': { refused: (errors) => refuseWith(errors.slice(1)) },
  'sorts constraints': {
    refused: inEach((error) => {
      if (!error.constraints) return;
      error.constraints = Object.fromEntries(Object.entries(error.constraints).toReversed());
    }),
  },
  'loses contexts': { refused: inEach((error) => delete error.contexts) },
  'loses children': { refused: inEach((error) => (error.children = [])) },
  'changes the payload': {
    refused: (errors, payload) => {
      if (isObject(payload)) Reflect.set(payload, 'extra', 1);
      refuseWith(errors);
    },
  },
};

describe('the fuzzer', () => {
  it.each(Object.entries(FAULTS))(
    'finds a pipe that %s, and shrinks the case',
    async (_, fault) => {
      const contestants = {
        ...againstNest,
        subject: (options: object) => new FaultyPipe(againstNest.oracle(options), fault),
      };

      const run = await fuzz(contestants, { seed: 7, cases: 10_000, maxDifferences: 1 });

      expect(run.differences).toHaveLength(1);
      expect(run.differences[0]).toMatch(/class C\d.*payload: .*FUZZ_SEED=\d+/s);
      expect(run.differences[0]?.split('\n').length).toBeLessThan(25);
    },
  );

  it('repeats itself with the same seed', async () => {
    const effort = { seed: 3, cases: 300, maxDifferences: 1 };
    const first = await fuzz(againstNest, effort);
    expect(await fuzz(againstNest, effort)).toEqual(first);
  });
});

describe('firstDifference', () => {
  const shared = {};
  const symbol = Symbol('key');
  it.each<[string, unknown, unknown]>([
    ['the sign of zero', -0, 0],
    ['undefined and nothing', { a: undefined }, {}],
    ['holes', Array(1), [undefined]],
    ['prototypes', {}, Object.create(null)],
    ['the order of keys', { a: 1, b: 2 }, { b: 2, a: 1 }],
    ['symbols', { [symbol]: 1 }, {}],
    ['shared objects', [shared, shared], [{}, {}]],
    ['objects that are not shared', [{}, {}], [shared, shared]],
    ['entries of maps', new Map([['a', {}]]), new Map([['a', { b: 1 }]])],
    ['entries of sets', new Set([1, 2]), new Set([2, 1])],
    ['dates', new Date(0), new Date(1)],
    ['boxes', Object('a'), Object('b')],
    ['getters', { a: 1 }, Object.defineProperty({}, 'a', { get: () => 1, enumerable: true })],
    ['what is enumerable', { a: 1 }, Object.defineProperty({}, 'a', { value: 1 })],
    ['functions', () => 1, () => 1],
  ])('sees %s', (_, expected, actual) => {
    expect(firstDifference(expected, actual)).toBeDefined();
    expect(firstDifference(actual, expected)).toBeDefined();
    expect(firstDifference(expected, expected)).toBeUndefined();
  });

  it('takes NaN for NaN, and follows circles', () => {
    const circle = () => {
      const made: Record<string, unknown> = { not: Number.NaN };
      return Object.assign(made, { self: made });
    };
    expect(firstDifference(circle(), circle())).toBeUndefined();
  });
});
