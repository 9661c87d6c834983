interface LanguageRange {
  /** In lower case. */
  readonly tag: string;
  readonly quality: number;
}

/** Beyond this an Accept-Language header is no wish but a burden. */
const MAX_HEADER_LENGTH = 1_000;
const MAX_RANGES = 32;
const RANGE = /^(?:\*|[a-z]{1,8}(?:-[a-z\d]{1,8}){0,7})$/;
/** RFC 9110, section 12.4.2: at most three digits after the point. */
const QUALITY = /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/;

/**
 * The language to answer in: the lookup of RFC 4647, section 3.4, over the client's ranges by
 * their quality (RFC 9110, section 12.5.4). A range of quality 0 rules its languages out.
 * @param locales tags of the catalogues, as they are written
 * @returns undefined where nothing fits: the default is then better than a refusal
 */
export function negotiateLocale(header: unknown, locales: readonly string[]): string | undefined {
  if (typeof header !== 'string' || header.length > MAX_HEADER_LENGTH) return undefined;
  const ranges = header.split(',', MAX_RANGES).flatMap(parseRange);
  const refused = ranges.filter(({ quality }) => quality === 0).map(({ tag }) => tag);
  const wanted = ranges.filter(({ quality }) => quality > 0);
  wanted.sort((a, b) => b.quality - a.quality);
  const offered = locales.filter((locale) => !isRefused(locale.toLowerCase(), wanted, refused));
  for (const { tag } of wanted) {
    const found = lookUpLocale(tag, offered);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The locale of a range, or of the range cut shorter and shorter: `de-ch-1996`, `de-ch`, `de`. */
export function lookUpLocale(range: string, locales: readonly string[]): string | undefined {
  let rest = range.toLowerCase();
  while (rest !== '') {
    const found = locales.find((locale) => locale.toLowerCase() === rest);
    if (found !== undefined) return found;
    rest = shorten(rest);
  }
  return undefined;
}

/** A single letter introduces what follows it: it goes along with that. */
export function shorten(tag: string): string {
  const shorter = tag.slice(0, Math.max(0, tag.lastIndexOf('-')));
  return /(?:^|-)[a-z\d]$/i.test(shorter) ? shorten(shorter) : shorter;
}

function isRefused(
  locale: string,
  wanted: readonly LanguageRange[],
  refused: readonly string[],
): boolean {
  const covers = (tag: string) => locale === tag || locale.startsWith(`${tag}-`);
  // Who refuses "de", but asks for "de-CH", is served "de-CH".
  return refused.some(
    (tag) =>
      covers(tag) && !wanted.some((range) => range.tag.length > tag.length && covers(range.tag)),
  );
}

function parseRange(text: string): LanguageRange[] {
  const [tag = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? '1';
  return RANGE.test(tag) && QUALITY.test(weight) ? [{ tag, quality: Number(weight) }] : [];
}
