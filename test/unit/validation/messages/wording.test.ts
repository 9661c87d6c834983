import { describe, expect, it, vi } from 'vitest';
import type { FieldError } from '../../../../lib/record/field-error';
import { Wording } from '../../../../lib/validation/messages/wording';
import type { WordingOptions } from '../../../../lib/validation/messages/wording.options';

const EMAIL: FieldError = {
  path: ['users', 0, 'email'],
  location: 'body',
  rule: 'isEmail',
  code: 'VALIDATION_INVALID_FORMAT',
  params: {},
  message: 'must be a well-formed email address',
};
const MISSING: FieldError = {
  ...EMAIL,
  rule: 'isNotBlank',
  code: 'VALIDATION_REQUIRED_FIELD',
  message: 'must not be blank',
  isMissing: true,
};
const LENGTH: FieldError = {
  ...EMAIL,
  path: ['password'],
  rule: 'minLength',
  code: 'VALIDATION_OUT_OF_RANGE',
  params: { min: 1 },
  message: 'size must be at least 1',
};
const TAGS: FieldError = {
  ...LENGTH,
  path: ['orderTags'],
  message: 'each element size must be at least 1',
};

/** A field error as `flat` and as `nested` have it. */
function told(field: FieldError, options: WordingOptions, locale?: string): [string, string] {
  const wording = new Wording(options).in(locale);
  return [wording.text(field), wording.sentence(field)];
}

describe('A text of the catalogue', () => {
  it.each<[string, WordingOptions['messages'], string, string]>([
    [
      'none',
      {},
      'must be a well-formed email address',
      'Email must be a well-formed email address',
    ],
    ['by rule', { rules: { isEmail: 'looks odd' } }, 'looks odd', 'Email looks odd'],
    ['by code', { codes: { INVALID_FORMAT: 'looks odd' } }, 'looks odd', 'Email looks odd'],
    [
      'by its full code',
      { codes: { VALIDATION_INVALID_FORMAT: 'looks odd' } },
      'looks odd',
      'Email looks odd',
    ],
    ['by field', { fields: { 'users[].email': 'looks odd' } }, 'looks odd', 'Email looks odd'],
    [
      'by field and rule',
      { fields: { 'users[].email': { isEmail: 'looks odd' } } },
      'looks odd',
      'Email looks odd',
    ],
    [
      'by field and code',
      { fields: { 'users[].email': { INVALID_FORMAT: 'looks odd' } } },
      'looks odd',
      'Email looks odd',
    ],
    [
      'as a sentence of its own',
      { rules: { isEmail: 'Please mend {label} ({field})' } },
      'Please mend Email (users[0].email)',
      'Please mend Email (users[0].email)',
    ],
    [
      'as text and sentence',
      { rules: { isEmail: { text: 'is odd', sentence: 'That is no address' } } },
      'is odd',
      'That is no address',
    ],
  ])('is found: %s', (_, messages = {}, text, sentence) => {
    expect(told(EMAIL, { messages })).toEqual([text, sentence]);
  });

  it('is the most particular one: field and rule, field, rule, code', () => {
    const fields = { 'users[].email': { isEmail: '1', INVALID_FORMAT: '2' } };
    const texts = { rules: { isEmail: '4' }, codes: { INVALID_FORMAT: '5' } };

    expect(told(EMAIL, { messages: { ...texts, fields } })[0]).toBe('1');
    expect(told({ ...EMAIL, rule: 'isUrl' }, { messages: { ...texts, fields } })[0]).toBe('2');
    expect(told(EMAIL, { messages: { ...texts, fields: { 'users[].email': '3' } } })[0]).toBe('3');
    expect(told(EMAIL, { messages: texts })[0]).toBe('4');
    expect(told({ ...EMAIL, rule: 'isUrl' }, { messages: texts })[0]).toBe('5');
  });

  it('counts, and gives way where it lacks a parameter', () => {
    const minLength = 'needs {min, plural, one {# letter} other {# letters}}';
    const options = { messages: { rules: { minLength }, codes: { OUT_OF_RANGE: 'is too long' } } };

    expect(told(LENGTH, options)).toEqual(['needs 1 letter', 'Password needs 1 letter']);
    expect(told({ ...LENGTH, params: {} }, options)[0]).toBe('is too long');
    expect(told({ ...LENGTH, params: {} }, { messages: { rules: { minLength } } })[0]).toBe(
      'size must be at least 1',
    );
  });

  it('speaks of elements, too', () => {
    const options = { messages: { rules: { minLength: 'is short' } } };

    expect(told(TAGS, options)).toEqual([
      'each element is short',
      'Each element of order tags is short',
    ]);
  });

  it('leaves a message of its author whole, but not the default of a schema library', () => {
    const options = { messages: { rules: { isEmail: 'looks odd' } } };
    const authored = { ...EMAIL, message: 'Give {label} $&', isAuthored: true };

    expect(told(authored, options)).toEqual(['Give {label} $&', 'Give {label} $&']);
    expect(told({ ...authored, isSchemaDefault: true }, options)).toEqual([
      'looks odd',
      'Email looks odd',
    ]);
    expect(told({ ...authored, isSchemaDefault: true }, {})[1]).toBe('Give {label} $&');
  });

  it('of a required value replaces the built-in sentence', () => {
    expect(told(MISSING, {})).toEqual(['must not be blank', 'Email is required']);
    expect(told(MISSING, { messages: { codes: { REQUIRED_FIELD: 'is missing' } } })).toEqual([
      'is missing',
      'Email is missing',
    ]);
  });
});

describe('A function for texts', () => {
  it('is told the field, its name, label and language', () => {
    const messages = vi.fn<() => undefined>();
    told(EMAIL, { messages, defaultLocale: 'en-GB', pathStyle: 'dots' });

    const context = { locale: 'en-GB', name: 'users.0.email', label: 'Email' };
    expect(messages).toHaveBeenCalledWith(EMAIL, context);
  });

  it('yields a text, or text and sentence, in which nothing is expanded', () => {
    expect(told(EMAIL, { messages: () => '{field} $&' })).toEqual([
      '{field} $&',
      'Email {field} $&',
    ]);
    const messages = () => ({ text: 'is odd', sentence: 'Mend it' });
    expect(told(EMAIL, { messages })).toEqual(['is odd', 'Mend it']);
  });

  it('may translate what an author wrote', () => {
    const authored = { ...EMAIL, message: 'errors.email', isAuthored: true };
    const messages = (field: FieldError) => (field.isAuthored ? `<${field.message}>` : undefined);

    expect(told(authored, { messages })).toEqual(['<errors.email>', '<errors.email>']);
    expect(told(EMAIL, { messages })[0]).toBe('must be a well-formed email address');
  });

  it.each([
    ['throws', () => JSON.parse('{') as string],
    ['yields no text', () => 7 as unknown as string],
    ['yields half of it', () => ({ text: 'x' }) as unknown as string],
    ['yields null', () => null as unknown as string],
  ])('that %s costs no answer', (_, messages) => {
    const faults: unknown[] = [];
    const wording = new Wording({ messages }).in(undefined, (fault) => faults.push(fault));

    expect(wording.sentence(EMAIL)).toBe('Email must be a well-formed email address');
    expect(faults).toHaveLength(_ === 'throws' ? 1 : 0);
  });
});

describe('Labels', () => {
  it('come from the option, by field, or from @Label()', () => {
    const labels = { 'users[].email': 'E-mail' };
    const labelled = { ...EMAIL, label: 'Mail' };

    expect(told(EMAIL, { labels })[1]).toBe('E-mail must be a well-formed email address');
    expect(told(labelled, {})[1]).toBe('Mail must be a well-formed email address');
    expect(told(labelled, { labels })[1]).toBe('E-mail must be a well-formed email address');
  });

  it('of a list serve its elements', () => {
    const element = { ...TAGS, path: ['orderTags', 2], message: 'must be a string' };

    expect(told(element, { labels: { orderTags: 'Tags' } })[1]).toBe(
      'Element 2 of Tags must be a string',
    );
    expect(told(TAGS, { labels: { orderTags: 'Tags' } })[1]).toBe(
      'Each element of Tags size must be at least 1',
    );
  });

  it('may be made by a function, which may fail or stand aside', () => {
    const labels = ({ path }: FieldError) => (path.length > 1 ? path.join('>') : undefined);

    expect(told(EMAIL, { labels })[1]).toMatch(/^users>0>email must/);
    expect(told(LENGTH, { labels })[1]).toMatch(/^Password size/);
    expect(told(EMAIL, { labels: () => JSON.parse('{') as string })[1]).toMatch(/^Email must/);
  });

  it.each(['__proto__', 'constructor', 'toString'])('of a field called %s are its name', (name) => {
    const field = { ...EMAIL, path: [name] };
    const options = { labels: { a: 'A' }, messages: { fields: { a: 'x' }, rules: { b: 'y' } } };

    expect(told({ ...field, rule: name, code: name }, options)[0]).toBe(EMAIL.message);
    expect(told(field, options)[1]).toMatch(/must be a well-formed email address$/);
  });
});
