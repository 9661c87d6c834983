import { HttpException } from '@nestjs/common';
import fc from 'fast-check';
import { ApiException } from 'nestjs-errors';

/** Planted wherever no author of an error could have meant it for a client. */
export const CANARY = 'canary-7f3a';

const bomb = (): never => {
  throw new Error(CANARY);
};

class Deceptive extends Error {
  override get message(): string {
    return bomb();
  }
  override get stack(): string {
    return bomb();
  }
  override toString(): string {
    return bomb();
  }
  toJSON(): unknown {
    return bomb();
  }
}

function circular(): object {
  const object: Record<string, unknown> = { [CANARY]: CANARY };
  object['self'] = [object];
  return object;
}

function revoked(): unknown {
  const { proxy, revoke } = Proxy.revocable(() => CANARY, {});
  revoke();
  return proxy;
}

const trapNames = fc.subarray([
  'get',
  'has',
  'ownKeys',
  'getPrototypeOf',
  'getOwnPropertyDescriptor',
]);

function trapped(names: readonly string[]): object {
  return new Proxy({}, Object.fromEntries(names.map((name) => [name, bomb])));
}

const members = fc.dictionary(
  fc.constantFrom(
    'message',
    'status',
    'statusCode',
    'code',
    'expose',
    'name',
    'cause',
    'errors',
    'type',
  ),
  fc.oneof(fc.anything(), fc.constant(CANARY), fc.integer({ min: 100, max: 700 })),
);

/** A value is wrapped, since a test runner that looks at it may be the one it blows up. */
type Thrown = () => unknown;

const constant = (make: Thrown): fc.Arbitrary<Thrown> => fc.constant(make);
const wrapped = (values: fc.Arbitrary<unknown>): fc.Arbitrary<Thrown> =>
  values.map((value) => () => value);

/** Values of which a client must learn nothing. */
export const unknownValue: fc.Arbitrary<Thrown> = fc.oneof(
  wrapped(fc.anything({ withBigInt: true, withNullPrototype: true, withSparseArray: true })),
  wrapped(fc.string().map((text) => text + CANARY)),
  wrapped(fc.constantFrom(Symbol(CANARY), 404n, Number.NaN, undefined, null)),
  members.map((own) => () => Object.defineProperties(new Error(CANARY), descriptors(own))),
  members.map((own) => () => ({ ...own })),
  trapNames.map((names) => () => trapped(names)),
  constant(() => new Deceptive()),
  constant(circular),
  constant(revoked),
  constant(() => CANARY.repeat(50_000)),
  constant(() => ({ then: bomb, [CANARY]: 1 })),
  constant(() => new AggregateError([new Error(CANARY), new Deceptive()], CANARY)),
  constant(() => Object.freeze(Object.assign(Object.create(null) as object, { a: CANARY }))),
);

/** An error may lie about being one of a parser: that is a statement of its author. */
function descriptors(own: Record<string, unknown>): PropertyDescriptorMap {
  const isOfParser = typeof own['expose'] === 'boolean' || String(own['code']).startsWith('FST_');
  return Object.fromEntries(
    Object.entries(isOfParser ? {} : own).map(([name, value]) => [
      name,
      { value, configurable: true, enumerable: true },
    ]),
  );
}

/** 407 is left out: `fetch` reports it as a failure of its own. */
const anyStatus = fc
  .oneof(fc.integer({ min: 400, max: 599 }), fc.integer(), fc.double(), fc.anything())
  .map((status) => (status === 407 ? 408 : status)) as fc.Arbitrary<number>;

/** Exceptions whose authors wrote something odd. */
export const oddException: fc.Arbitrary<Thrown> = fc.oneof(
  fc.tuple(fc.anything(), anyStatus).map(
    ([response, status]) =>
      () =>
        new HttpException(response as object, status),
  ),
  fc
    .record({
      details: fc.anything(),
      status: anyStatus,
      headers: fc.anything(),
      message: fc.anything(),
    })
    .map((init) => () => new ApiException('ODD_CODE', DEFINITION, init as ApiExceptionInit)),
);

const DEFINITION = { status: 409, message: 'Odd' };
type ApiExceptionInit = ConstructorParameters<typeof ApiException>[2];
