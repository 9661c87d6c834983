import type { FieldError } from '../../record/field-error';
import type { LocaleCatalog, MessageCatalog, MessageText } from './message-catalog';

/** How the path of a field is written: `items[0].price`, `items.0.price` or `/items/0/price`. */
export type PathStyle = 'brackets' | 'dots' | 'pointer';

/** What a function of `messages` or `labels` is told beside the field. */
export interface WordingContext {
  /** The language of the answer: a tag of `locales`, or the default one. */
  readonly locale: string;
  /** The field's name in the chosen path style. */
  readonly name: string;
}

/**
 * Yields the text of a broken rule, as it is: nothing in it is a placeholder. It is asked about
 * texts of authors as well (`isAuthored`); undefined leaves the text to the catalogues.
 */
export type MessageFunction = (
  field: FieldError,
  context: WordingContext & { readonly label: string },
) => MessageText | undefined;

/** Yields the label of a field; undefined leaves it to `@Label()` and the property's name. */
export type LabelFunction = (field: FieldError, context: WordingContext) => string | undefined;

/** How field errors are told. All of it is done for refused requests alone. */
export interface WordingOptions {
  /** Texts in the default language, or a function. Messages of decorators stay whole. */
  readonly messages?: MessageCatalog | MessageFunction;
  /** Labels by field, `items[].price`, or a function. @default from `@Label()` and property names */
  readonly labels?: Readonly<Record<string, string>> | LabelFunction;
  /**
   * Catalogues of further languages by their tags. With them, texts follow Accept-Language
   * (RFC 4647, section 3.4), and answers carry Content-Language and `Vary: Accept-Language`.
   */
  readonly locales?: Readonly<Record<string, LocaleCatalog>>;
  /** The language of `messages` and of the built-in texts. @default 'en' */
  readonly defaultLocale?: string;
  /**
   * Chooses the language by other means than Accept-Language: of a user's profile, of another
   * library. It is looked up in `locales`, where there are any; undefined asks Accept-Language.
   */
  readonly localeOf?: (request: unknown) => string | undefined;
  /** The keys of `details` and `validationErrors`; `problem` has JSON Pointers. @default 'brackets' */
  readonly pathStyle?: PathStyle;
  /** Adds `fieldErrors`, a list of `{ field, code, message }`, to `nested` and `flat`. @default false */
  readonly fieldCodes?: boolean;
  /**
   * Adds the rejected value to each entry of `fieldErrors` and of `problem`'s `errors`: secrets
   * taken out, and cut to 200 characters. It implies `fieldCodes`. @default false
   */
  readonly exposeValues?: boolean;
}

/** Every option that is about texts. */
export const WORDING_OPTIONS = [
  ...['messages', 'labels', 'locales', 'defaultLocale', 'localeOf'],
  ...['pathStyle', 'fieldCodes', 'exposeValues'],
] as const satisfies readonly (keyof WordingOptions)[];
