import { formatParam } from '../rules/rule-text';
import { type CasesPart, parseTemplate, type TemplatePart } from './parse-template';

/** Values for placeholders, by name. */
export type TemplateValues = Readonly<Record<string, unknown>>;

/**
 * A text with placeholders, parsed once at start. What fills a placeholder is never read as a
 * template again: neither `{x}` nor `$&` in it means anything.
 */
export class MessageTemplate {
  readonly #parts: readonly TemplatePart[];

  /** @throws TypeError naming the place and what is wrong with the template */
  constructor(
    source: unknown,
    where: string,
    private readonly plurals: Intl.PluralRules,
  ) {
    this.#parts = parseTemplate(source, where);
  }

  /** Whether the template itself has a placeholder of that name. */
  names(name: string): boolean {
    return this.#parts.some((part) => typeof part !== 'string' && part.name === name);
  }

  /** Undefined where a placeholder has no value: the text would be incomplete. */
  render(values: TemplateValues): string | undefined {
    return this.#render(this.#parts, values);
  }

  #render(parts: readonly TemplatePart[], values: TemplateValues): string | undefined {
    let text = '';
    for (const part of parts) {
      const rendered = typeof part === 'string' ? part : this.#fill(part, values);
      if (rendered === undefined) return undefined;
      text += rendered;
    }
    return text;
  }

  #fill(part: Exclude<TemplatePart, string>, values: TemplateValues): string | undefined {
    const value = Object.hasOwn(values, part.name) ? values[part.name] : undefined;
    if (value === undefined) return undefined;
    return 'cases' in part ? this.#choose(part, value, values) : formatParam(value);
  }

  #choose({ kind, cases }: CasesPart, value: unknown, values: TemplateValues): string | undefined {
    const choice = kind === 'plural' ? this.plurals.select(Number(value)) : String(value);
    const exact = kind === 'plural' ? cases.get(`=${String(value)}`) : undefined;
    return this.#render(exact ?? cases.get(choice) ?? cases.get('other') ?? [], values);
  }
}
