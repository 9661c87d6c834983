import type { FieldError } from '../../record/field-error';
import { propertyLabel, toWords } from '../labels/property-label';
import { toFieldPattern } from './field-pattern';
import { ENGLISH_PARTS } from './phrases';
import type { LanguageTexts } from './language-texts';
import type { WordingContext, WordingOptions } from './wording.options';

/** Says what people call a field: "Start date", "Element 2 of tags", "Request body". */
export class FieldLabels {
  constructor(
    private readonly labels: WordingOptions['labels'],
    private readonly texts: LanguageTexts,
  ) {}

  labelOf(field: FieldError, context: () => WordingContext): string {
    const { path, location } = field;
    const last = path.at(-1);
    const given = this.given(field, context);
    if (typeof last === 'string') return given ?? propertyLabel(last);
    if (last === undefined) return given ?? this.#part(location);
    const list = path.findLast((segment) => typeof segment === 'string');
    if (list === undefined) return this.texts.fill('rootElement', { index: last });
    return this.texts.fill('element', { index: last, label: given ?? toWords(list) });
  }

  /** The label that somebody gave; that of an element is the label of its list. */
  given(field: FieldError, context: () => WordingContext): string | undefined {
    const { path, label: declared } = field;
    const { labels, texts } = this;
    if (labels === undefined && texts.catalogs.length === 0) return declared;
    if (typeof labels === 'function') {
      const label = texts.ask(() => labels(field, context()));
      if (typeof label === 'string') return label;
    }
    const pattern = toFieldPattern(path.slice(0, path.findLastIndex(isName) + 1));
    return (
      texts.first((catalog) => catalog.labels.get(pattern) ?? catalog.labels.get(declared ?? '')) ??
      (typeof labels === 'object' && Object.hasOwn(labels, pattern) ? labels[pattern] : declared)
    );
  }

  #part(location: FieldError['location']): string {
    return this.texts.first(({ phrases }) => phrases.parts?.[location]) ?? ENGLISH_PARTS[location];
  }
}

function isName(segment: string | number): boolean {
  return typeof segment === 'string';
}
