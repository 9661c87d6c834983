import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { duplicate } from './support/errors';
import { map } from './support/map';

const throwing = (): never => {
  throw new Error('hostile');
};

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

/** A Proxy that is whatever it is asked for, without an end. */
function endless(): object {
  const proxy: object = new Proxy(
    {},
    {
      get: (_target, name) => (name === 'getStatus' || name === 'then' ? undefined : endless()),
      getPrototypeOf: () => endless(),
      ownKeys: () => ['a'],
    },
  );
  return Object.assign(Object.create(null) as object, { cause: proxy, meta: proxy, errors: proxy });
}

function circular(): Error {
  const error = new Error('circular');
  return Object.assign(error, { cause: error, parent: error, driverError: error });
}

function deep(depth: number): Error {
  let error: Error = duplicate('key');
  for (let level = 0; level < depth; level++) error = new Error('level', { cause: error });
  return error;
}

const HOSTILE: Readonly<Record<string, () => unknown>> = {
  'a Proxy that throws': () =>
    new Proxy({}, { get: throwing, has: throwing, getPrototypeOf: throwing, ownKeys: throwing }),
  'a revoked Proxy': revoked,
  'a revoked Proxy behind an error': () => new Error('outer', { cause: revoked() }),
  'lists that are revoked Proxies': () => ({
    name: 'AggregateError',
    errors: revoked(),
    fields: revoked(),
  }),
  'a Proxy without an end': endless,
  'a circular error': circular,
  'getters that throw': () =>
    Object.defineProperties(new Error('getters'), {
      code: { get: throwing },
      name: { get: throwing },
      message: { get: throwing },
      cause: { get: throwing },
    }),
  'members of wrong types': () => ({
    code: {},
    errno: '1062',
    severity: 1,
    message: Symbol('text'),
    name: null,
    errors: 'none',
    meta: [],
    hasErrorLabel: true,
  }),
};

describe('Hostile errors', () => {
  it.each(Object.keys(HOSTILE))('%s is left to others, without a failure', (name) => {
    expect(map(HOSTILE[name]?.())).toBeUndefined();
  });

  it('are followed to their causes a few steps, not for ever', () => {
    expect(map(deep(3))?.code).toBe('RESOURCE_CONFLICT');
    expect(map(deep(1_000))).toBeUndefined();
  });

  it('of a megabyte take no time', () => {
    const long = 'a'.repeat(1_000_000);
    const texts = [
      `${long} - UNIQUE constraint failed: ${long}`,
      `insert ${' - '.repeat(300_000)}UNIQUE constraint failed: ${'a.'.repeat(300_000)}`,
      `Duplicate entry '${"' for key '".repeat(90_000)}`,
      `Key ${'('.repeat(500_000)}`,
    ];
    const start = performance.now();
    for (const text of texts) {
      const members = { detail: text, sqlMessage: text, sqlState: '', errno: 1062 };
      map(Object.assign(new Error(text), members));
      map(duplicate(text, { detail: text, table: text }));
    }
    expect(performance.now() - start).toBeLessThan(4_000);
  });

  it('of any members never make a mapper fail, and no record of them is a 2xx', () => {
    const text = fc.oneof(
      fc.string(),
      fc.constantFrom('23505', 'P2002', 'SQLITE_BUSY', 'ERROR', 'ValidationError', 'MongooseError'),
    );
    const names = ['code', 'errno', 'name', 'message', 'severity', 'detail', 'meta', 'errors'];
    const members = fc.dictionary(
      fc.oneof(fc.constantFrom(...names, 'cause', 'keyPattern', 'kind', 'fields'), fc.string()),
      fc.oneof(text, fc.integer(), fc.anything({ withNullPrototype: true, withBigInt: true })),
    );
    const property = fc.property(members, fc.anything(), (thrown, request) => {
      const record = map(thrown, { request });
      return record === undefined || record.status >= 400;
    });
    fc.assert(property, { seed: 20_260, numRuns: 1_000, verbose: true });
  });
});
