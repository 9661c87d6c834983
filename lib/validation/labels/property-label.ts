/** Labels by name. Clients name fields, too: when it is full, it starts anew. */
const LABELS = new Map<string, string>();
const MAX_LABELS = 1_000;

/** What a person calls a property: "Start date time" for `startDateTime`. */
export function propertyLabel(name: string): string {
  const known = LABELS.get(name);
  if (known !== undefined) return known;
  const words = toWords(name);
  const label = words.charAt(0).toUpperCase() + words.slice(1);
  if (name.length > MAX_LENGTH) return label;
  if (LABELS.size >= MAX_LABELS) LABELS.clear();
  LABELS.set(name, label);
  return label;
}

/** A name longer than this is a client's idea: it stands whole in the field's path alone. */
const MAX_LENGTH = 100;

/** Acronyms keep their capitals: `customerIDs` → "customer IDs". */
export function toWords(given: string): string {
  const name = given.length > MAX_LENGTH ? `${given.slice(0, MAX_LENGTH)}…` : given;
  const words = name
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(?!\p{Lu}s\b)(\p{Lu}\p{Ll})/gu, '$1 $2')
    .split(/[\s_-]+/)
    .filter((word) => word !== '')
    .map((word) => (/^\p{Lu}{2,}\d*s?$/u.test(word) ? word : word.toLowerCase()));
  return words.length > 0 ? words.join(' ') : name;
}

/** For a label inside a sentence; acronyms stay as they are. */
export function decapitalise(label: string): string {
  return /^\p{Lu}\p{Lu}/u.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);
}
