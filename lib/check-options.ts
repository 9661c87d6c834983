/**
 * Refuses what nobody reads: a misspelt option would otherwise be ignored in silence.
 * @throws TypeError that names the option, and the one that was probably meant
 */
export function checkOptions(where: string, options: unknown, known: readonly string[]): void {
  if (typeof options !== 'object' || options === null || Array.isArray(options)) {
    throw new TypeError(`${where} must be an object.`);
  }
  for (const name of Object.keys(options)) {
    if (known.includes(name)) continue;
    const likely = known.find((candidate) => isLike(name, candidate));
    const hint = likely ? `Did you mean "${likely}"?` : `Known options: ${known.join(', ')}.`;
    throw new TypeError(`${where} has no option "${name}". ${hint}`);
  }
}

/** The same letters but for case and one typing error. */
function isLike(given: string, candidate: string): boolean {
  const a = given.toLowerCase();
  const b = candidate.toLowerCase();
  if (a === b || a.startsWith(b) || b.startsWith(a)) return true;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end))
    end++;
  return Math.max(a.length, b.length) - start - end <= 2;
}
