/** What a person calls a property: "Start date time" for `startDateTime`. */
export function propertyLabel(name: string): string {
  const words = toWords(name);
  return words.charAt(0).toUpperCase() + words.slice(1);
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
