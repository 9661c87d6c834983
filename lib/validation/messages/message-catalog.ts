import type { FieldLocation } from '../../record/field-error';

/**
 * A text for a broken rule, without a subject: sentences put the field's label before it. One that
 * names `{label}` is a sentence of its own, in every format; `{ text, sentence }` gives both.
 * `{min}` and the like stand for the rule's parameters, `{field}` for the field's name;
 * `{min, plural, one {# letter} other {# letters}}` and `select` are read as ICU does.
 */
export type MessageText = string | { readonly text: string; readonly sentence: string };

/** Texts of one language. What is given wins over the built-in English, the rest stays. */
export interface MessageCatalog {
  /** By rule, as class-validator or the schema library spells it: `isEmail`, `too_small`. */
  readonly rules?: Readonly<Record<string, MessageText>>;
  /** By code, where a rule has no text of its own: `REQUIRED_FIELD`, `OUT_OF_RANGE`. */
  readonly codes?: Readonly<Record<string, MessageText>>;
  /**
   * By field, `items[].price`: one text for whatever is wrong with it, or texts by rule or code.
   * They go before those of `rules` and `codes`.
   */
  readonly fields?: Readonly<Record<string, MessageText | Readonly<Record<string, MessageText>>>>;
  /** How sentences are put together. */
  readonly phrases?: Partial<Phrases>;
}

/** A catalogue of another language than the default one. */
export interface LocaleCatalog extends MessageCatalog {
  /** Labels by field, `items[].price`, or by the text that `@Label()` gives. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Messages of errors, by their codes: `VALIDATION_FAILED`, `RESOURCE_NOT_FOUND`. */
  readonly errors?: Readonly<Record<string, string>>;
}

/** The grammar of a language, as far as sentences of field errors need it. */
export interface Phrases {
  /** @default '{label} {text}' */
  readonly sentence: string;
  /** A missing or blank value, where no text was given for it. @default '{label} is required' */
  readonly required: string;
  /** A rule that each element of a list must keep. @default 'each element {text}' */
  readonly each: string;
  /** The same as a sentence. @default 'Each element of {label} {text}' */
  readonly eachSentence: string;
  /** The label of a list's element. @default 'Element {index} of {label}' */
  readonly element: string;
  /** The label of an element where the list itself has none. @default 'Element {index}' */
  readonly rootElement: string;
  /** Labels of what was validated as a whole. @default 'Request body', 'Query' and the like */
  readonly parts: Partial<Readonly<Record<FieldLocation, string>>>;
}
