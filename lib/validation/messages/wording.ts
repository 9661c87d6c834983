import { FieldWording } from './field-wording';
import { LanguageTexts, type WordingFault } from './language-texts';
import type { LocaleCatalog } from './message-catalog';
import { lookUpLocale, negotiateLocale, shorten } from './negotiate-locale';
import { ResolvedCatalog } from './resolved-catalog';
import type { WordingOptions } from './wording.options';

/** The language of one answer. */
export interface AnswerLanguage {
  /** Undefined where there is but one, of which nobody said what it is. */
  readonly locale: string | undefined;
  /** The request's Accept-Language had a say: caches must know. */
  readonly isNegotiated: boolean;
}

const BASE_MEMBERS = ['rules', 'codes', 'fields', 'phrases'] as const;
const LOCALE_MEMBERS = [...BASE_MEMBERS, 'labels', 'errors'] as const;

/** The texts of an application in all its languages, checked and parsed once at start. */
export class Wording {
  /** Some catalogue has texts for errors as well, not for fields alone. */
  readonly hasErrorTexts: boolean;
  readonly #defaultLocale: string;
  readonly #locales: readonly string[];
  readonly #catalogs = new Map<string, ResolvedCatalog>();
  readonly #base: ResolvedCatalog;
  readonly #chains = new Map<string, readonly ResolvedCatalog[]>();
  readonly #merged = new WeakMap<Wording, Wording>();
  /** The default language, where no function of the application has a say in its texts. */
  #fixed: FieldWording | undefined;

  /** @throws TypeError naming the wrong entry of a catalogue and its fix */
  constructor(readonly options: WordingOptions = {}) {
    const { messages = {}, labels, locales = {}, defaultLocale = 'en' } = options;
    this.#defaultLocale = defaultLocale;
    for (const [locale, catalog] of Object.entries(locales)) {
      const where = `validation.locales["${locale}"]`;
      checkTag(locale, where);
      this.#catalogs.set(locale, parse(catalog, where, locale, LOCALE_MEMBERS));
    }
    this.hasErrorTexts = [...this.#catalogs.values()].some(({ errors }) => errors.size > 0);
    this.#locales = [...new Set([...Object.keys(locales), defaultLocale])];
    checkTag(defaultLocale, 'validation.defaultLocale');
    const texts = typeof messages === 'function' ? {} : messages;
    this.#base = parse(texts, 'validation.messages', defaultLocale, BASE_MEMBERS);
    if (typeof labels === 'object') {
      parse({ labels }, 'validation', defaultLocale, ['labels']);
    }
  }

  /** These texts with those that a pipe of its own was given in place of some. */
  with(own: Wording | undefined): Wording {
    if (own === undefined) return this;
    let merged = this.#merged.get(own);
    if (merged === undefined) {
      merged = new Wording({ ...this.options, ...own.options });
      this.#merged.set(own, merged);
    }
    return merged;
  }

  /** @param acceptLanguage the header, as it came */
  languageFor(request: unknown, acceptLanguage: unknown, onFault: WordingFault): AnswerLanguage {
    const own = this.#ownLocale(request, onFault);
    if (own !== undefined) return { locale: own, isNegotiated: false };
    if (this.#catalogs.size === 0) return { locale: undefined, isNegotiated: false };
    const locale = negotiateLocale(acceptLanguage, this.#locales) ?? this.#defaultLocale;
    return { locale, isNegotiated: true };
  }

  /** The texts in one language. */
  in(locale: string | undefined, onFault?: WordingFault): FieldWording {
    const language = locale ?? this.#defaultLocale;
    const { messages, labels } = this.options;
    const isFixed = locale === undefined && typeof messages !== 'function';
    if (isFixed && typeof labels !== 'function') return (this.#fixed ??= this.#write(language));
    return this.#write(language, onFault);
  }

  #write(language: string, onFault: WordingFault = () => undefined): FieldWording {
    const texts = new LanguageTexts(this.#chain(language), onFault);
    return new FieldWording(this.options, texts, language);
  }

  #ownLocale(request: unknown, onFault: WordingFault): string | undefined {
    const { localeOf } = this.options;
    if (localeOf === undefined) return undefined;
    try {
      const locale = localeOf(request);
      if (typeof locale !== 'string' || !isTag(locale)) return undefined;
      return this.#catalogs.size === 0 ? locale : lookUpLocale(locale, this.#locales);
    } catch (fault) {
      onFault(fault);
      return undefined;
    }
  }

  /** What a catalogue lacks is looked up in that of the wider language, then in the default one. */
  #chain(locale: string): readonly ResolvedCatalog[] {
    const known = this.#chains.get(locale);
    if (known !== undefined) return known;
    const chain = [...parentsOf(locale), this.#defaultLocale].flatMap(
      (tag) => this.#catalogs.get(lookUpLocale(tag, this.#locales) ?? tag) ?? [],
    );
    const catalogs = [...new Set([...chain, this.#base])].filter(({ isEmpty }) => !isEmpty);
    // Languages that nobody listed come from outside: they must not fill the memory.
    const isListed = locale === this.#defaultLocale || this.#locales.includes(locale);
    if (isListed) this.#chains.set(locale, catalogs);
    return catalogs;
  }
}

function parentsOf(locale: string): string[] {
  const tags: string[] = [];
  for (let tag = locale; tag !== ''; tag = shorten(tag)) tags.push(tag);
  return tags;
}

function parse(
  catalog: LocaleCatalog,
  where: string,
  locale: string,
  members: readonly (keyof LocaleCatalog)[],
): ResolvedCatalog {
  return new ResolvedCatalog(catalog, where, new Intl.PluralRules(locale), members);
}

function isTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

function checkTag(tag: string, where: string): void {
  if (isTag(tag)) return;
  throw new TypeError(`${where}: "${tag}" is no language tag (BCP 47), such as "de" or "pt-BR".`);
}
