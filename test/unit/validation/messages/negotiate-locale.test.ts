import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { negotiateLocale } from '../../../../lib/validation/messages/negotiate-locale';

const LOCALES = ['de', 'de-CH', 'fr', 'pt-BR', 'zh-Hant', 'en'];

describe('The language of an answer', () => {
  it.each([
    ['de', 'de'],
    ['DE', 'de'],
    ['de-AT', 'de'],
    ['de-ch', 'de-CH'],
    ['de-CH-1996', 'de-CH'],
    // RFC 4647, section 3.4: a single letter goes along with what it introduces.
    ['zh-Hant-CN-x-private1', 'zh-Hant'],
    ['fr;q=0.5, de;q=0.8', 'de'],
    ['fr;q=0.8,de;q=0.8', 'fr'],
    ['it, fr ; q=0.3', 'fr'],
    ['it, *;q=0.1', undefined],
    ['*', undefined],
    ['pt', undefined],
    ['it', undefined],
    ['', undefined],
    [undefined, undefined],
    // What is refused is not given, but a part of it that is asked for by name is.
    ['de;q=0, fr;q=0.1', 'fr'],
    ['de-CH, de-CH;q=0', 'de'],
    ['de-AT, de;q=0', undefined],
    ['de;q=0, de-CH', 'de-CH'],
    ['de-AT, de-CH;q=0', 'de'],
    // What is malformed is passed over.
    ['de;q=2, fr;q=0.1', 'fr'],
    ['de;q=0.1234, fr;q=0.1', 'fr'],
    ['de;q=high, fr', 'fr'],
    ['d_e, 1de, -de, de-, fr', 'fr'],
    ['de;level=1;q=0.2, fr;q=0.1', 'de'],
  ])('of %j is %j', (header, locale) => {
    expect(negotiateLocale(header, LOCALES)).toBe(locale);
  });

  it.each([
    ['too long', `de,${'fr,'.repeat(400)}`],
    ['one endless tag', 'a-'.repeat(50_000)],
    ['no text', ['de']],
  ])('is the default one where the header is %s', (_, header) => {
    expect(negotiateLocale(header, LOCALES)).toBeUndefined();
  });

  it('is looked for in the first 32 ranges', () => {
    const others = 'it,'.repeat(31);

    expect(negotiateLocale(`${others}de`, LOCALES)).toBe('de');
    expect(negotiateLocale(`${others}it,de`, LOCALES)).toBeUndefined();
  });

  it('is one of those offered or the default one, whatever the header', () => {
    const piece = fc.constantFrom('de', 'fr', '-', ',', ';', 'q=', '0', '1', '.', '*', 'CH', ' ');
    const header = fc.oneof(
      fc.string(),
      fc.array(piece).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(header, (text) => {
        expect([undefined, ...LOCALES]).toContain(negotiateLocale(text, LOCALES));
      }),
      { seed: 20_261_122, numRuns: 1_000 },
    );
  });
});
