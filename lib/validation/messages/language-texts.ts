import type { MessageTemplate, TemplateValues } from './message-template';
import { ENGLISH, type PhraseTemplates } from './phrases';
import type { ResolvedCatalog } from './resolved-catalog';

/** Told of a function of the application that failed; its text is then one of ours. */
export type WordingFault = (fault: unknown) => void;

type PhraseName = Exclude<keyof PhraseTemplates, 'parts'>;

/** The catalogues of one language, the most particular first, the built-in English last. */
export class LanguageTexts {
  constructor(
    readonly catalogs: readonly ResolvedCatalog[],
    private readonly onFault: WordingFault,
  ) {}

  first<Found>(read: (catalog: ResolvedCatalog) => Found | undefined): Found | undefined {
    for (const catalog of this.catalogs) {
      const found = read(catalog);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  phrase(name: PhraseName): MessageTemplate {
    return this.first(({ phrases }) => phrases[name]) ?? ENGLISH[name];
  }

  fill(name: PhraseName, values: TemplateValues): string {
    return this.phrase(name).render(values) ?? ENGLISH[name].render(values) ?? '';
  }

  /** What the application's functions throw must not cost the answer. */
  ask<Given>(give: () => Given): Given | undefined {
    try {
      return give();
    } catch (fault) {
      this.onFault(fault);
      return undefined;
    }
  }
}
