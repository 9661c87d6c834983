import { toStyledPath } from '../../formats/field-path';
import type { FieldError } from '../../record/field-error';
import { decapitalise } from '../labels/property-label';
import { EACH } from '../rules/rule-text';
import { FieldLabels } from './field-labels';
import type { LanguageTexts } from './language-texts';
import type { TemplateValues } from './message-template';
import { ENGLISH } from './phrases';
import type { RenderedText, ResolvedCatalog } from './resolved-catalog';
import type { WordingOptions } from './wording.options';

/** Writes field errors in one language: their names, texts and sentences. */
export class FieldWording {
  readonly #labels: FieldLabels;

  /** @internal */
  constructor(
    private readonly options: WordingOptions,
    private readonly texts: LanguageTexts,
    /** The language of the texts. */
    readonly locale: string,
  ) {
    this.#labels = new FieldLabels(options.labels, texts);
  }

  /** Whether `nested` and `flat` list codes beside the texts. */
  get listsCodes(): boolean {
    return this.options.fieldCodes === true || this.options.exposeValues === true;
  }

  /** The field's name in the chosen path style: `items[0].price`. */
  name({ path }: Pick<FieldError, 'path'>): string {
    return toStyledPath(path, this.options.pathStyle);
  }

  /** What people call the field: "Start date", "Element 2 of tags", "Request body". */
  label(field: FieldError): string {
    return this.#labels.labelOf(field, () => this.#context(field));
  }

  /** What is wrong, without a subject: "must not be blank". */
  text(field: FieldError): string {
    const found = this.#found(field, (catalog, values) => catalog.find(field, values));
    if (found !== undefined) {
      return found.text === found.sentence ? found.text : this.#ofEach(field, found.text);
    }
    return field.isAuthored === true ? field.message : this.#ofEach(field, ownText(field));
  }

  /** What is wrong, as a sentence: "Name is required". A message of its author stays whole. */
  sentence(field: FieldError): string {
    const isMissing = isRequired(field);
    const found = this.#found(field, (catalog, values) => {
      const text = catalog.find(field, values);
      const phrase = isMissing && text === undefined ? catalog.phrases.required : undefined;
      return phrase ? { text: '', sentence: phrase.render(values) } : text;
    });
    if (found !== undefined) return found.sentence ?? this.#join(field, found.text);
    if (field.isAuthored === true) return field.message;
    if (isMissing) return this.texts.fill('required', { label: this.label(field) });
    return this.#join(field, ownText(field));
  }

  /** @internal The message of an error in this language, if its catalogue has one. */
  errorText(code: string): string | undefined {
    return this.texts.first(({ errors }) => errors.get(code));
  }

  #found(
    field: FieldError,
    find: (catalog: ResolvedCatalog, values: TemplateValues) => RenderedText | undefined,
  ): RenderedText | undefined {
    const own = this.#fromFunction(field);
    if (own !== undefined) return own;
    if (field.isAuthored === true && field.isSchemaDefault !== true) return undefined;
    if (this.texts.catalogs.length === 0) return undefined;
    const label = () => this.label(field);
    const name = () => this.name(field);
    const values = {
      ...field.params,
      // Most templates ask for neither.
      get label() {
        return label();
      },
      get field() {
        return name();
      },
    };
    return this.texts.first((catalog) => find(catalog, values));
  }

  #fromFunction(field: FieldError): RenderedText | undefined {
    const { messages } = this.options;
    if (typeof messages !== 'function') return undefined;
    const context = { ...this.#context(field), label: this.label(field) };
    const given = this.texts.ask(() => messages(field, context));
    if (typeof given === 'string') {
      const isWhole = field.isAuthored === true && field.isSchemaDefault !== true;
      return { text: given, sentence: isWhole ? given : undefined };
    }
    const { text, sentence } = given ?? {};
    if (typeof text !== 'string' || typeof sentence !== 'string') return undefined;
    return { text, sentence };
  }

  #ofEach(field: FieldError, text: string): string {
    return isOfEach(field) ? this.texts.fill('each', { text }) : text;
  }

  #join(field: FieldError, text: string): string {
    const label = this.label(field);
    const name = isOfEach(field) ? 'eachSentence' : 'sentence';
    const phrase = this.texts.phrase(name);
    if (phrase !== ENGLISH[name]) return phrase.render({ label, text }) ?? text;
    const subject = isOfEach(field) ? `Each element of ${this.#inside(field, label)}` : label;
    // "invalid ISBN" has no verb to follow a subject.
    return text.startsWith('invalid ') ? `${subject}: ${text}` : `${subject} ${text}`;
  }

  #inside(field: FieldError, label: string): string {
    const given = this.#labels.given(field, () => this.#context(field));
    return given === undefined ? decapitalise(label) : label;
  }

  #context(field: FieldError) {
    return { locale: this.locale, name: this.name(field) };
  }
}

const REQUIRED_TEXTS = new Set(['must not be blank', 'must not be null']);

function isRequired({ code, message, isMissing }: FieldError): boolean {
  if (code !== 'VALIDATION_REQUIRED_FIELD') return false;
  return isMissing === true || REQUIRED_TEXTS.has(message);
}

function isOfEach({ message, isAuthored }: FieldError): boolean {
  return isAuthored !== true && message.startsWith(EACH);
}

function ownText(field: FieldError): string {
  return isOfEach(field) ? field.message.slice(EACH.length) : field.message;
}
