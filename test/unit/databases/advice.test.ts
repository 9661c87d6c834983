import { describe, expect, it } from 'vitest';
import { duplicate, pgError } from './support/errors';
import { map } from './support/map';

describe('A record of a database failure', () => {
  it.each(['40001', '40P01'])(
    'of a lost race (%s) advises to try again, soon and seldom',
    (code) => {
      expect(map(pgError(code))).toMatchObject({
        status: 409,
        code: 'RESOURCE_CONFLICT',
        retry: { strategy: 'backoff', maxAttempts: 3 },
        origin: 'client',
      });
    },
  );

  it('of a duplicate advises to resolve it first', () => {
    expect(map(duplicate('key'))?.retry).toEqual({ strategy: 'if-resolved', maxAttempts: 1 });
  });

  it.each([
    ['is busy', '55P03', '1'],
    ['takes no more connections', '53300', '1'],
    ['shuts down', '57P01', '5'],
    ['is read-only', '25006', '5'],
  ])('of a database that %s blames the dependency', (_what, code, seconds) => {
    expect(map(pgError(code))).toMatchObject({
      status: 503,
      code: 'SERVICE_UNAVAILABLE',
      origin: 'dependency',
      headers: { 'Retry-After': seconds },
    });
  });

  it('keeps what was thrown as its cause, not what was found behind it', () => {
    const thrown = new Error('Could not save', { cause: duplicate('key') });
    expect(map(thrown)?.cause).toBe(thrown);
  });

  it('has no parameters, which would be values', () => {
    const thrown = duplicate('key', { detail: 'Key (email)=(hunter2) already exists.' });
    const record = map(thrown, { request: { body: { email: 'hunter2' } } });
    expect(record?.fields).toMatchObject([{ path: ['email'], params: {} }]);
    expect(JSON.stringify(record)).not.toContain('hunter2');
  });
});
