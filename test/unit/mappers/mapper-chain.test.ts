import { HttpException, NotFoundException } from '@nestjs/common';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ErrorRecord } from '../../../lib/record/error-record';
import { isPlainException, MapperChain } from '../../../lib/record/mapper-chain';
import { toErrorRecord } from '../../../lib/record/to-error-record';
import { MAPPERS } from './all-mappers';
import { mapperContext } from './mapper-context';

const chain = new MapperChain([], undefined);

function recordOf(thrown: unknown, mappers = chain.askedOf(thrown)): ErrorRecord {
  return toErrorRecord(thrown, mappers, mapperContext(), (failure) => {
    throw failure;
  });
}

describe('a plain exception', () => {
  it('is the same failure to the few mappers it is shown to as to all', () => {
    const text = fc.oneof(fc.constantFrom('Order not found', 'Not Found', 'Conflict'), fc.string());
    const body = fc.oneof(text, fc.record({ message: text, error: text, code: text, kind: text }));
    const status = fc.oneof(
      fc.constantFrom(404, 409, 410, 422),
      fc.integer({ min: 400, max: 599 }),
    );
    fc.assert(
      fc.property(body, status, (response, code) => {
        const thrown = new HttpException(response, code);
        expect(recordOf(thrown)).toEqual(recordOf(thrown, MAPPERS));
      }),
      { seed: 20_261_122 },
    );
  });

  it('is shown to the mappers of the application first', () => {
    const own = new MapperChain([(_, { record }) => record('RESOURCE_LOCKED')], undefined);
    const thrown = new NotFoundException();
    expect(isPlainException(thrown)).toBe(true);
    expect(recordOf(thrown, own.askedOf(thrown)).code).toBe('RESOURCE_LOCKED');
  });

  it('has no cause, and a status that no parser, plugin or guard has', () => {
    expect(isPlainException(new NotFoundException('x', { cause: new Error('y') }))).toBe(false);
    expect(isPlainException(new HttpException('x', 400))).toBe(false);
    expect(isPlainException(new Error('x'))).toBe(false);
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    expect(isPlainException(proxy)).toBe(false);
  });
});
