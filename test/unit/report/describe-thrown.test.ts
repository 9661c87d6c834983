import { describe, expect, it } from 'vitest';
import { Redactor } from '../../../lib/redaction/redactor';
import { SECRET_PATTERNS } from '../../../lib/redaction/secret-patterns';
import { describeThrown } from '../../../lib/report/describe-thrown';

const redactor = new Redactor(['password'], SECRET_PATTERNS);
const MAX_LENGTH = 8_000;

const SECRETS = [
  'postgres://app:hunter2hunter2@db.example/app',
  'Bearer eyJhunter2hunter2.eyJhunter2hunter2.hunter2hunter2',
  'password=hunter2hunter2',
  '{"password":"hunter2 hunter2 hunter2"}',
  '-----BEGIN PRIVATE KEY-----\nhunter2hunter2\nhunter2\n-----END PRIVATE KEY-----',
];

/** A secret whose first `kept` characters are within the limit. */
const cutAfter = (kept: number, secret: string, limit: number) =>
  'a '.repeat(limit).slice(0, limit - kept) + secret;

const withStack = (stack: string) => Object.assign(new Error('x'), { stack });

describe('What was thrown, cut to a length', () => {
  it.each(SECRETS)('holds no part of a secret at the cut: %s', (secret) => {
    for (let kept = 1; kept <= secret.length; kept++) {
      const long = cutAfter(kept, secret, MAX_LENGTH);
      const texts = [
        ...describeThrown(withStack(long), redactor),
        ...describeThrown({ text: cutAfter(kept, secret, 2 * MAX_LENGTH) }, redactor),
        ...describeThrown({ text: long }, redactor),
        redactor.excerpt(cutAfter(kept, secret, MAX_LENGTH + 40_200), MAX_LENGTH),
      ];
      expect(texts.join('\n')).not.toContain('hunter2');
      expect(Math.max(...texts.map(({ length }) => length))).toBeLessThanOrEqual(MAX_LENGTH);
    }
  });

  it('holds none where so many secrets go that the far cut comes near', () => {
    const many = 'password=hunter2hunter2hunter2hunter2 '.repeat(1_250);
    for (let extra = 0; extra < 40; extra++) {
      const text = redactor.excerpt('x'.repeat(extra) + many.repeat(3), MAX_LENGTH);
      expect(text).not.toContain('hunter2');
    }
  });

  it('is whole where it is short', () => {
    expect(redactor.excerpt('a short text', MAX_LENGTH)).toBe('a short text');
    expect(describeThrown(withStack('Error: it broke\n    at here'), redactor)).toEqual([
      'Error: it broke\n    at here',
    ]);
  });
});
