import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ErrorRecord } from '../../../lib/record/error-record';
import { MAPPERS } from './all-mappers';
import { mapperContext } from './mapper-context';

const SEED = 20_240_115;
const SECRET = 'hunter2-secret';

/** Members that mappers ask for, by which a value may pretend to be anything. */
const NAMES = [
  ...['name', 'code', 'message', 'status', 'statusCode', 'type', 'expose', 'headers', 'cause'],
  ...['response', 'issues', 'errors', 'info', 'inner', 'field', 'part', 'details', 'metadata'],
  ...['expiredAt', 'claim', 'payload', 'isAxiosError', 'isBrokenCircuitError', 'arkErrors'],
  ...['validation', 'validationContext', ' arkKind', 'errorCode'],
];
const WORDS = [
  ...['TokenExpiredError', 'JsonWebTokenError', 'ZodError', 'ValiError', 'TraversalError'],
  ...['SchemaError', 'AggregateError', 'TimeoutError', 'AbortError', 'MulterError', 'TypeError'],
  ...['UnauthorizedError', 'AuthenticationError', 'ERR_JWT_EXPIRED', 'FST_ERR_VALIDATION'],
  ...['LIMIT_FILE_SIZE', 'ERR_NON_2XX_3XX_RESPONSE', 'invalid_token', 'fetch failed', 'errors'],
];

/** Made anew where it is used: fast-check itself would trip over some of them. */
const HOSTILE: readonly (() => unknown)[] = [
  ...[SECRET, 0, 4, 401, 404, 503, Number.NaN, 10n, null, undefined].map((value) => () => value),
  () => Symbol(SECRET),
  () => new Date(Number.NaN),
  () => () => SECRET,
  () => [null],
  () => ({}),
  () => [{ message: SECRET, path: [{}, Symbol('x'), 7] }],
  () => new Proxy({}, { get: refuse, has: refuse, ownKeys: refuse, getPrototypeOf: refuse }),
];

const hostileValue = fc.oneof(
  fc.constantFrom(...WORDS).map((word) => () => word),
  fc.nat(HOSTILE.length - 1).map((index) => () => HOSTILE[index]?.()),
);

function refuse(): never {
  throw new Error(SECRET);
}

type Member = readonly [name: string, make: () => unknown, isGetter: boolean];
const members = fc.array(fc.tuple(fc.constantFrom(...NAMES), hostileValue, fc.boolean()));

function errorWith(given: readonly Member[]): Error {
  const error = new Error(SECRET);
  for (const [name, make, isGetter] of given) {
    const descriptor = isGetter ? { get: refuse } : { value: make() };
    Object.defineProperty(error, name, { ...descriptor, configurable: true });
  }
  return error;
}

describe('Mappers asked of an error that pretends', () => {
  it('neither throw, nor hang, nor tell its secrets', () => {
    const context = mapperContext({ request: errorWith([]) });
    fc.assert(
      fc.property(members, (given) => {
        const error = errorWith(given);
        for (const mapper of MAPPERS) {
          const mapped = mapper(error, context);
          if (!(mapped instanceof ErrorRecord)) continue;
          expect(mapped.status).toBeGreaterThanOrEqual(400);
          expect(JSON.stringify([mapped.message, mapped.details ?? null])).not.toContain(SECRET);
        }
      }),
      { seed: SEED, numRuns: 3_000 },
    );
  });
});
