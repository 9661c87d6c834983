import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MessageTemplate } from '../../../../lib/validation/messages/message-template';

const template = (source: unknown, locale = 'en') =>
  new MessageTemplate(source, 'messages.rules.min', new Intl.PluralRules(locale));

describe('A text with placeholders', () => {
  it.each([
    ['at least {min}', { min: 3 }, 'at least 3'],
    ['{ min }–{max}', { min: 3, max: 5 }, '3–5'],
    ['one of: {values}', { values: ['a', 1, null] }, 'one of: a, 1, null'],
    ['{options}', { options: { strict: true } }, '{"strict":true}'],
    ['no placeholder', {}, 'no placeholder'],
    ['', {}, ''],
    ["l'adresse d'{label}", { label: 'x' }, "l'adresse d'x"],
    ["'{min}' stays, '' is one", { min: 3 }, "{min} stays, ' is one"],
    ['{min, plural, one {# letter} other {# letters}}', { min: 1 }, '1 letter'],
    ['{min, plural, one {# letter} other {# letters}}', { min: 2 }, '2 letters'],
    ['{min,plural,=0{none}one{# of {max}}other{#}}', { min: 1, max: 2 }, '1 of 2'],
    ['{min,plural,=0{none}other{#}}', { min: 0 }, 'none'],
    ['{value, select, true {ticked} other {cleared}}', { value: true }, 'ticked'],
    ['{value, select, true {ticked} other {not #}}', { value: 'x' }, 'not #'],
    ['# stays', {}, '# stays'],
  ])('%j with %j is %j', (source, values, text) => {
    expect(template(source).render(values)).toBe(text);
  });

  it('counts as its language does', () => {
    const letters = '{min, plural, one {# litera} few {# litery} many {# liter} other {# litery}}';
    const inPolish = [1, 2, 5, 22].map((min) => template(letters, 'pl').render({ min }));

    expect(inPolish).toEqual(['1 litera', '2 litery', '5 liter', '22 litery']);
  });

  it.each([{}, { max: 1 }, { min: undefined }])(
    'is none where a value is missing: %j',
    (values) => {
      expect(template('at least {min}').render(values)).toBeUndefined();
      expect(template('{min, plural, other {x}}').render(values)).toBeUndefined();
    },
  );

  it('takes no inherited member for a value', () => {
    expect(template('{constructor} {toString} {__proto__}').render({})).toBeUndefined();
  });

  it.each([
    ['a } too many', 'has a "}" too many'],
    ['{}', 'needs a name'],
    ['{min', 'needs ","'],
    ['{min, number}', 'knows no "number"'],
    ['{min, plural, one {x}}', 'needs a case "other" for {min}'],
    ['{min, plural, other {x}', 'needs a case such as'],
    ['{min, plural, other x}', 'needs "{"'],
    [7, 'messages.rules.min must be a text.'],
  ])('%j is an error at start', (source, error) => {
    expect(() => template(source)).toThrow(error);
    expect(() => template(source)).toThrow(TypeError);
  });

  it('never reads what fills a placeholder as a template', () => {
    const hostile = fc.oneof(
      fc.constantFrom('$&', '$`', "$'", '$1', '{max}', '{label}', "'{", '#', '{x, plural,'),
      fc.string(),
    );
    fc.assert(
      fc.property(hostile, hostile, (label, value) => {
        const text = template('<{label}|{value}>').render({ label, value, max: 'expanded' });

        expect(text).toBe(`<${label}|${value}>`);
      }),
      { seed: 20_261_122 },
    );
  });

  it('parses whatever it is given in the time of its length', () => {
    const parts = fc.constantFrom('{', '}', "'", '#', 'a', ',', 'plural', 'other', '=1', ' ');
    fc.assert(
      fc.property(
        fc.array(parts).map((pieces) => pieces.join('')),
        (source) => {
          try {
            template(source);
          } catch (error) {
            expect(error).toBeInstanceOf(TypeError);
          }
        },
      ),
      { seed: 20_261_122, numRuns: 1_000 },
    );
  });
});
