const scratch = Buffer.allocUnsafe(2_048);
const BEYOND_LATIN1 = /[^\0-\u00FF]/;

/**
 * A copy of a text that keeps nothing else alive: a piece of a header would keep the whole header in
 * memory, and a joined text all its parts.
 */
export function flatCopy(text: string): string {
  const encoding = BEYOND_LATIN1.test(text) ? 'utf16le' : 'latin1';
  if (text.length * 2 > scratch.length) return Buffer.from(text, encoding).toString(encoding);
  return scratch.toString(encoding, 0, scratch.write(text, encoding));
}
