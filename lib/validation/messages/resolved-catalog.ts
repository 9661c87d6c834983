import { checkOptions } from '../../check-options';
import type { FieldError } from '../../record/field-error';
import { checkCode, checkKey, checkRule } from './catalog-keys';
import { toFieldPattern } from './field-pattern';
import type { LocaleCatalog, MessageText } from './message-catalog';
import { MessageTemplate, type TemplateValues } from './message-template';
import { type PhraseTemplates, resolvePhrases } from './phrases';

/** A text, and the sentence where it was given apart. */
export interface RenderedText {
  readonly text: string;
  /** Undefined where the text is to get a subject. */
  readonly sentence: string | undefined;
}

/** A `MessageText`, parsed. */
interface TextTemplate {
  readonly text: MessageTemplate;
  readonly sentence: MessageTemplate | undefined;
}

type Texts = ReadonlyMap<string, TextTemplate>;

/** For whatever is wrong with a field. */
const ANY = '';

/** The texts of one language, parsed and checked once at start. */
export class ResolvedCatalog {
  readonly phrases: Partial<PhraseTemplates>;
  readonly labels: ReadonlyMap<string, string>;
  readonly errors: ReadonlyMap<string, string>;
  readonly #rules: Texts;
  readonly #codes: Texts;
  readonly #fields: ReadonlyMap<string, Texts>;

  /** @throws TypeError naming the wrong entry and its fix */
  constructor(
    catalog: LocaleCatalog,
    private readonly where: string,
    private readonly plurals: Intl.PluralRules,
    members: readonly (keyof LocaleCatalog)[],
  ) {
    checkOptions(where, catalog, members);
    const { rules = {}, codes = {}, fields = {}, phrases = {}, labels = {}, errors = {} } = catalog;
    this.#rules = this.#texts(rules, 'rules', (rule) => checkRule(rule, `${where}.rules`));
    this.#codes = this.#texts(codes, 'codes', (code) => checkCode(code, `${where}.codes`));
    this.#fields = this.#ofFields(fields);
    this.phrases = resolvePhrases(phrases, `${where}.phrases`, plurals);
    this.labels = this.#plainTexts(labels, 'labels');
    this.errors = this.#plainTexts(errors, 'errors');
  }

  /** It has nothing to say: there is no need to ask it. */
  get isEmpty(): boolean {
    const { phrases, labels, errors } = this;
    const texts = [labels, errors, this.#rules, this.#codes, this.#fields];
    const hasPhrases =
      Object.keys(phrases).length > 1 || Object.keys(phrases.parts ?? {}).length > 0;
    return !hasPhrases && texts.every(({ size }) => size === 0);
  }

  /** The most particular text there is: by field, then by rule, then by code. */
  find(field: FieldError, values: TemplateValues): RenderedText | undefined {
    const { rule, code, path } = field;
    const ofField = this.#fields.size > 0 ? this.#fields.get(toFieldPattern(path)) : undefined;
    return (
      render(ofField?.get(rule), values) ??
      render(ofField?.get(code), values) ??
      render(ofField?.get(ANY), values) ??
      render(this.#rules.get(rule), values) ??
      render(this.#codes.get(code), values)
    );
  }

  #ofFields(fields: NonNullable<LocaleCatalog['fields']>): ReadonlyMap<string, Texts> {
    checkOptions(`${this.where}.fields`, fields, Object.keys(fields));
    return new Map(
      Object.entries(fields).map(([field, texts]) => {
        const byKey = isText(texts) ? { [ANY]: texts } : texts;
        const where = `${this.where}.fields["${field}"]`;
        return [field, this.#texts(byKey, `fields["${field}"]`, (key) => checkKey(key, where))];
      }),
    );
  }

  #texts(
    texts: Readonly<Record<string, MessageText>>,
    member: string,
    toKey: (key: string) => string,
  ): Texts {
    const where = `${this.where}.${member}`;
    checkOptions(where, texts, Object.keys(texts));
    return new Map(
      Object.entries(texts).map(([key, text]) => {
        return [toKey(key), this.#template(text, key === ANY ? where : `${where}.${key}`)];
      }),
    );
  }

  #template(given: MessageText, where: string): TextTemplate {
    const { text, sentence } = isText(given) && typeof given === 'object' ? given : { text: given };
    const template = new MessageTemplate(text, where, this.plurals);
    if (sentence !== undefined) {
      const own = new MessageTemplate(sentence, `${where}.sentence`, this.plurals);
      return { text: template, sentence: own };
    }
    return { text: template, sentence: template.names('label') ? template : undefined };
  }

  #plainTexts(texts: Readonly<Record<string, string>>, member: string) {
    const where = `${this.where}.${member}`;
    checkOptions(where, texts, Object.keys(texts));
    for (const [key, text] of Object.entries(texts)) {
      if (typeof text !== 'string') throw new TypeError(`${where}["${key}"] must be a text.`);
    }
    return new Map(Object.entries(texts));
  }
}

function render(
  template: TextTemplate | undefined,
  values: TemplateValues,
): RenderedText | undefined {
  const text = template?.text.render(values);
  return text === undefined ? undefined : { text, sentence: template?.sentence?.render(values) };
}

/** Under `fields` a text stands beside objects of texts. */
function isText(value: unknown): value is MessageText {
  if (typeof value === 'string') return true;
  const { text, sentence } = (value ?? {}) as Partial<Record<'text' | 'sentence', unknown>>;
  return typeof text === 'string' && typeof sentence === 'string';
}
