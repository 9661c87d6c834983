import { firstValueFrom, NEVER, timeout } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { ErrorRecord } from '../../../lib/record/error-record';
import { MAPPERS } from './all-mappers';
import { mapperContext } from './mapper-context';

function recordOf(thrown: unknown): ErrorRecord | undefined {
  for (const mapper of MAPPERS) {
    const mapped = mapper(thrown, mapperContext());
    if (mapped instanceof ErrorRecord) return mapped;
  }
  return undefined;
}

const errorWith = (members: object) => Object.assign(new Error('x'), members);

describe('Whose fault a failure is', () => {
  it.each<[string, unknown]>([
    ['a refused connection', errorWith({ code: 'ECONNREFUSED' })],
    ['an open breaker', errorWith({ code: 'EOPENBREAKER' })],
    ['a deadline', new DOMException('x', 'TimeoutError')],
    ['an answer 429', errorWith({ isAxiosError: true, response: { status: 429 } })],
    ['a key set that does not come', errorWith({ code: 'ERR_JWKS_TIMEOUT' })],
  ])('is the dependency’s of %s', (_what, error) => {
    expect(recordOf(error)?.origin).toBe('dependency');
  });

  it('is not known of a handler that RxJS stopped', async () => {
    const error: unknown = await firstValueFrom(NEVER.pipe(timeout(1))).catch(
      (thrown: unknown) => thrown,
    );

    expect(recordOf(error)).toMatchObject({ code: 'UPSTREAM_TIMEOUT', origin: 'server' });
  });

  it('is the client’s of a token', () => {
    expect(recordOf(errorWith({ code: 'ERR_JWT_EXPIRED' }))?.origin).toBe('client');
  });

  it('keeps what was thrown for the log, and advises a wait that the dependency asked for', () => {
    const headers = { 'retry-after': '7' };
    const error = errorWith({ isAxiosError: true, response: { status: 503, headers } });

    expect(recordOf(error)?.cause).toBe(error);
    expect(recordOf(error)?.retry).toEqual({ strategy: 'retry-after', maxAttempts: 5 });
  });
});
