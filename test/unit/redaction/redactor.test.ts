import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolveRedactor } from '../../../lib/redaction/redact.options';

const LIMITS = { maxDepth: 8, maxMembers: 1_000, maxLength: 64_000 };
const redactor = resolveRedactor();
const secret = 'hunter2-Secret_9';

describe('A redacted text', () => {
  it.each([
    `password=${secret}`,
    `Password: "${secret}"`,
    `{"clientSecret":"${secret}"}`,
    `{ db_password: '${secret}' }`,
    `?access_token=${secret}&page=1`,
    `api-key = ${secret};`,
    `postgres://admin:${secret}@db.internal/app`,
    `Authorization: Bearer ${secret}`,
    `connect failed for Basic ${secret}`,
    `token eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ${secret}`,
    `-----BEGIN RSA PRIVATE KEY-----\n${secret}`,
    `Cookie: ${secret}`,
  ])('does not hold the secret of %s', (text) => {
    expect(redactor.text(text)).not.toContain(secret);
    expect(redactor.text(text)).toContain('[REDACTED]');
  });

  it.each([
    'GET /events/7 404 RESOURCE_NOT_FOUND: Event not found',
    'Token has expired',
    'The key is missing',
    'Error: password authentication failed for user "app"',
    'See https://docs.example/errors#auth',
  ])('stays what it was where there is no secret: %s', (text) => {
    expect(redactor.text(text)).toBe(text);
  });

  it('loses what a pattern of the application names', () => {
    const own = resolveRedactor({ patterns: [/\b\d{3}-\d{2}-\d{4}\b/] });

    expect(own.text('ssn is 123-45-6789, twice 123-45-6789')).toBe(
      'ssn is [REDACTED], twice [REDACTED]',
    );
  });

  it('is made in linear time, whatever it is', () => {
    const hostile = [
      ...['a', '-', ' ', '"', '://', 'eyJ', 'Bearer ', 'password', 'password=', '-----BEGIN '],
    ].map((part) => part.repeat(200_000 / part.length));

    for (const text of hostile) {
      const startMs = performance.now();
      redactor.text(text);
      expect(performance.now() - startMs).toBeLessThan(2_000);
    }
  });
});

describe('Redacted details', () => {
  it('lose the values of secret members, however they are spelt', () => {
    const details = {
      user: { name: 'ann', PassWord: secret, api_key: secret, 'Set-Cookie': [secret] },
      list: [{ accessToken: secret }, `see postgres://a:${secret}@db`],
      empty: { token: null },
    };

    expect(redactor.details(details, LIMITS)).toEqual({
      user: {
        name: 'ann',
        PassWord: '[REDACTED]',
        api_key: '[REDACTED]',
        'Set-Cookie': '[REDACTED]',
      },
      list: [{ accessToken: '[REDACTED]' }, 'see postgres://[REDACTED]@db'],
      empty: { token: null },
    });
    expect(details.user.PassWord).toBe(secret);
  });

  it('take names of the application', () => {
    const own = resolveRedactor({ keys: ['iban'] });

    expect(own.details({ IBAN: 'DE1', bic: 'X' }, LIMITS)).toEqual({
      IBAN: '[REDACTED]',
      bic: 'X',
    });
  });

  it('can be left as they are', () => {
    expect(resolveRedactor(false).details({ password: 'x' }, LIMITS)).toEqual({ password: 'x' });
    expect(resolveRedactor(false).text('password=x')).toBe('password=x');
  });

  it('are what JSON would write, for whatever JSON can write', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const details = { value };
        const plain = resolveRedactor(false).details(details, LIMITS);
        expect(JSON.stringify(plain)).toBe(JSON.stringify(details));
      }),
      { seed: 20_261_122 },
    );
  });

  it('stay within depth, members and length', () => {
    const deep = JSON.parse('{"a":'.repeat(50) + '1' + '}'.repeat(50)) as object;
    const wide = { list: Array.from({ length: 100_000 }, (_, index) => index) };
    const long = { text: 'x'.repeat(1_000_000), more: 'y'.repeat(1_000_000) };

    expect(JSON.stringify(redactor.details(deep, LIMITS)).length).toBeLessThan(100);
    expect((redactor.details(wide, LIMITS) as typeof wide).list.length).toBeLessThan(1_000);
    expect(JSON.stringify(redactor.details(long, LIMITS)).length).toBeLessThan(64_100);
  });

  it('survive cycles, BigInt and members that throw, and keep the rest', () => {
    const cycle: Record<string, unknown> = { id: 7n, at: new Date(0) };
    cycle['self'] = cycle;
    Object.defineProperty(cycle, 'bad', {
      enumerable: true,
      get: () => {
        throw new Error(secret);
      },
    });
    const shared = { twice: 1 };
    cycle['pair'] = [shared, shared];

    expect(JSON.parse(JSON.stringify(redactor.details(cycle, LIMITS)))).toEqual({
      id: '7',
      at: '1970-01-01T00:00:00.000Z',
      pair: [{ twice: 1 }, { twice: 1 }],
    });
  });

  it.each([
    ['keys', { keys: [''] }, 'redact.keys must be a list of names, such as ["ssn"].'],
    ['patterns', { patterns: ['x'] }, 'redact.patterns must be a list of regular expressions.'],
    ['fields', { fields: [] }, 'redact has no option "fields". Known options: keys, patterns.'],
  ])('refuse wrong %s at start', (_name, options, message) => {
    expect(() => resolveRedactor(options as never)).toThrow(message);
  });
});
