/**
 * The known name that was probably meant: other letters by case alone, or one typing error away.
 * Undefined for a known name and for one that is no more like any of them than chance has it.
 */
export function closestName(given: string, known: Iterable<string>): string | undefined {
  const names = [...known];
  if (names.includes(given)) return undefined;
  return names.find((name) => isTypingError(given.toLowerCase(), name.toLowerCase()));
}

/** Names of applications may go on where a known one ends: `isEmails` is no typing error. */
const SHORTEST = 5;

function isTypingError(given: string, meant: string): boolean {
  if (given === meant) return true;
  if (meant.length < SHORTEST || Math.abs(given.length - meant.length) > 1) return false;
  let start = 0;
  while (given[start] === meant[start]) start++;
  const from = (name: string, skipped: number) => name.slice(start + skipped);
  if (from(given, 0) === from(meant, 1)) return true;
  const isInside = start > 0 && start < meant.length - 1;
  if (isInside && (from(given, 1) === from(meant, 0) || from(given, 1) === from(meant, 1)))
    return true;
  return (
    from(given, 2) === from(meant, 2) &&
    given[start] === meant[start + 1] &&
    given[start + 1] === meant[start]
  );
}
