/** What JSON writes as it is: nothing to escape, nothing that could be half a surrogate pair. */
const ESCAPED = /[^ !#-[\]-~]/;

/** A text as JSON has it. Most need no escape, and JSON.stringify costs twice as much to find out. */
export function jsonText(text: string): string {
  return ESCAPED.test(text) ? JSON.stringify(text) : `"${text}"`;
}
