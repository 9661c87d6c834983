import { describe, expect, it } from 'vitest';
import { defineErrors } from '../../../../lib/catalog/define-errors';
import type { FieldError } from '../../../../lib/record/field-error';
import { resolveOptions } from '../../../../lib/resolve-options';
import { Wording } from '../../../../lib/validation/messages/wording';
import type { WordingOptions } from '../../../../lib/validation/messages/wording.options';
import { resolveValidationOptions } from '../../../../lib/validation/validation.options';

const LENGTH: FieldError = {
  path: ['userName'],
  location: 'body',
  rule: 'minLength',
  code: 'VALIDATION_OUT_OF_RANGE',
  params: { min: 2 },
  message: 'size must be at least 2',
  label: 'User name',
};
const MISSING: FieldError = {
  ...LENGTH,
  rule: 'isNotBlank',
  code: 'VALIDATION_REQUIRED_FIELD',
  message: 'must not be blank',
  isMissing: true,
};

const OPTIONS: WordingOptions = {
  messages: { rules: { isEmail: 'is no address', isNotBlank: 'is missing' } },
  locales: {
    de: {
      rules: { minLength: 'braucht {min, plural, one {# Zeichen} other {# Zeichen}}' },
      phrases: {
        required: '{label} wird benötigt',
        eachSentence: '{label}: jedes Element {text}',
        element: 'Element {index} von {label}',
        parts: { body: 'Der Rumpf' },
      },
      labels: { 'User name': 'Benutzername' },
    },
    'de-CH': { labels: { userName: 'Benutzernamen' } },
  },
};

const wording = new Wording(OPTIONS);
const inGerman = wording.in('de');

describe('A catalogue of another language', () => {
  it('has labels by field and by what @Label() says', () => {
    expect(inGerman.sentence(LENGTH)).toBe('Benutzername braucht 2 Zeichen');
    expect(wording.in('de-CH').sentence(LENGTH)).toBe('Benutzernamen braucht 2 Zeichen');
  });

  it('falls back on the wider language, the default one, and the built-in English', () => {
    const email = { ...LENGTH, rule: 'isEmail', code: 'X', message: 'must be an email' };
    const url = { ...email, rule: 'isUrl', message: 'must be a valid URL' };

    expect(wording.in('de-CH').text(LENGTH)).toBe('braucht 2 Zeichen');
    expect(wording.in('de-CH').text(email)).toBe('is no address');
    expect(wording.in('de-CH').text(url)).toBe('must be a valid URL');
    expect(wording.in('en').sentence(LENGTH)).toBe('User name size must be at least 2');
  });

  it('has a phrase for required values before the text of the default language', () => {
    expect(inGerman.sentence(MISSING)).toBe('Benutzername wird benötigt');
    expect(wording.in('en').sentence(MISSING)).toBe('User name is missing');
  });

  it('has a grammar of its own', () => {
    const each = { ...LENGTH, message: 'each element size must be at least 2' };
    const element = { ...LENGTH, path: ['userName', 3] };
    const { label: _, ...unlabelled } = LENGTH;

    expect(inGerman.sentence(each)).toBe('Benutzername: jedes Element braucht 2 Zeichen');
    expect(inGerman.sentence(element)).toBe('Element 3 von Benutzername braucht 2 Zeichen');
    expect(inGerman.label({ ...unlabelled, path: [] })).toBe('Der Rumpf');
  });
});

describe('The language of an answer', () => {
  const language = (options: WordingOptions, header?: string) =>
    new Wording(options).languageFor({}, header, () => undefined);

  it('is nobody’s affair without catalogues', () => {
    expect(language({}, 'de')).toEqual({ locale: undefined, isNegotiated: false });
  });

  it('is negotiated, the default one included', () => {
    expect(language(OPTIONS, 'de-AT')).toEqual({ locale: 'de', isNegotiated: true });
    expect(language(OPTIONS, 'en, de')).toEqual({ locale: 'en', isNegotiated: true });
    expect(language(OPTIONS)).toEqual({ locale: 'en', isNegotiated: true });
    expect(language({ ...OPTIONS, defaultLocale: 'de' }, 'it').locale).toBe('de');
  });

  it('may be chosen by the application', () => {
    const localeOf = () => 'de-AT';

    expect(language({ ...OPTIONS, localeOf }, 'en')).toEqual({ locale: 'de', isNegotiated: false });
    expect(language({ localeOf }, 'en')).toEqual({ locale: 'de-AT', isNegotiated: false });
  });

  it.each([() => undefined, () => 'it', () => 'de\r\nX: 1', () => JSON.parse('{') as string])(
    'is negotiated where the application has no good answer: %s',
    (localeOf) => {
      expect(language({ ...OPTIONS, localeOf }, 'de').locale).toBe('de');
    },
  );
});

describe('The options of texts', () => {
  it.each<[unknown, string]>([
    [{ messages: 'x' }, 'validation.messages must be a catalogue of texts or a function'],
    [{ messages: { rule: {} } }, 'validation.messages has no option "rule". Did you mean "rules"?'],
    [{ messages: { rules: { isEMail: 'x' } } }, 'Did you mean "isEmail"?'],
    [{ messages: { rules: { isEmail: 7 } } }, 'validation.messages.rules.isEmail must be a text.'],
    [{ messages: { rules: { isEmail: '{' } } }, 'validation.messages.rules.isEmail needs a name'],
    [{ messages: { rules: { isEmial: 'x' } } }, 'has no rule "isEmial". Did you mean "isEmail"?'],
    [{ messages: { rules: { minLenth: 'x' } } }, 'Did you mean "minLength"?'],
    [{ messages: { codes: { isEmail: 'x' } } }, '"isEmail" is no code'],
    [{ messages: { codes: { OUT_OF_RNAGE: 'x' } } }, 'Did you mean "VALIDATION_OUT_OF_RANGE"?'],
    [
      { messages: { fields: { a: { isEmal: 'x' } } } },
      'validation.messages.fields["a"] has no rule "isEmal". Did you mean "isEmail"?',
    ],
    [
      { locales: { de: { fields: { a: { REQUIRD_FIELD: 'x' } } } } },
      'validation.locales["de"].fields["a"] has no code "REQUIRD_FIELD". Did you mean',
    ],
    [{ messages: { fields: { a: 7 } } }, 'validation.messages.fields["a"] must be an object.'],
    [{ messages: { fields: { a: '{' } } }, 'validation.messages.fields["a"] needs a name'],
    [{ messages: { phrases: { sentance: 'x' } } }, 'Did you mean "sentence"?'],
    [{ messages: { phrases: { parts: { head: 'x' } } } }, 'has no option "head"'],
    [{ messages: { labels: {} } }, 'validation.messages has no option "labels"'],
    [{ labels: { a: 7 } }, 'validation.labels["a"] must be a text.'],
    [{ locales: { de_DE: {} } }, '"de_DE" is no language tag'],
    [{ locales: { de: { rulez: {} } } }, 'validation.locales["de"] has no option "rulez"'],
    [{ defaultLocale: '' }, 'validation.defaultLocale: "" is no language tag'],
    [{ localeOf: 'de' }, 'validation.localeOf must be a function of the request'],
    [{ pathStyle: 'slashes' }, "validation.pathStyle must be 'brackets', 'dots' or 'pointer'"],
    [{ fieldCodes: 1 }, 'validation.fieldCodes must be true or false'],
    [{ exposeValues: 1 }, 'validation.exposeValues must be true or false'],
  ])('%j are an error at start', (options, error) => {
    expect(() => resolveValidationOptions(options as WordingOptions)).toThrow(error);
  });
});

describe('Names of the application’s own', () => {
  it.each([
    { rules: { isEmails: 'x', isSlug: 'x', Min2: 'x', too_small: 'x' } },
    { codes: { OUT_OF_RANGES: 'x', ROOM_TAKEN: 'x' } },
    { fields: { a: { isIntegral: 'x', ROOM_TAKEN: 'x' } } },
  ])('%j are taken as they are', (messages) => {
    expect(() => resolveValidationOptions({ messages })).not.toThrow();
  });
});

describe('The codes of translated errors', () => {
  const OwnErrors = defineErrors({ ROOM_TAKEN: { status: 409, message: 'Taken' } });
  const start = (code: string) => () =>
    resolveOptions({
      catalog: [OwnErrors],
      throttling: false,
      validation: { locales: { de: { errors: { [code]: 'x' } } } },
    });

  it.each([
    ['RESOURCE_NOT_FUOND', 'RESOURCE_NOT_FOUND'],
    ['resource_not_found', 'RESOURCE_NOT_FOUND'],
    ['ROOM_TAKN', 'ROOM_TAKEN'],
    ['REQUIRED_FIELD', 'VALIDATION_REQUIRED_FIELD'],
  ])('%s are an error at start', (code, meant) => {
    expect(start(code)).toThrow(
      new TypeError(
        `validation.locales["de"].errors has no code "${code}". Did you mean "${meant}"?`,
      ),
    );
  });

  it.each(['RESOURCE_NOT_FOUND', 'ROOM_TAKEN', 'SEAT_TAKEN'])('%s are taken', (code) => {
    expect(start(code)).not.toThrow();
  });
});
