const DOT = 46;
const ZERO = 48;
const NINE = 57;

/** What `isIPv4()` of `node:net` says, at a fraction of its cost: most clients have such an address. */
export function isIPv4(text: string): boolean {
  let parts = 1;
  let digits = 0;
  let value = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (char === DOT) {
      if (digits === 0 || ++parts > 4) return false;
      digits = value = 0;
    } else {
      // A number that begins with 0 is octal to some.
      if (char < ZERO || char > NINE || (digits > 0 && value === 0)) return false;
      value = 10 * value + char - ZERO;
      if (++digits > 3 || value > 255) return false;
    }
  }
  return parts === 4 && digits > 0;
}
