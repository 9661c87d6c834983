import type { FieldError } from '../record/field-error';

/**
 * What a person calls a field: "Start date time" for `startDateTime`, "Price" for
 * `items[0].price`, "Element 2 of tags" for `tags[2]`; undefined for the root.
 * @param given the name of the last property, where somebody gave it one
 */
export function fieldLabel(path: FieldError['path'], given?: string): string | undefined {
  const last = path.at(-1);
  if (typeof last !== 'number') return given ?? (last === undefined ? undefined : humanise(last));
  const list = path.findLast((segment) => typeof segment === 'string');
  const element = `Element ${last}`;
  return list === undefined ? element : `${element} of ${given ?? toWords(list)}`;
}

function humanise(name: string): string {
  const words = toWords(name);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Acronyms keep their capitals: `customerIDs` → "customer IDs". */
function toWords(name: string): string {
  const words = name
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(?!\p{Lu}s\b)(\p{Lu}\p{Ll})/gu, '$1 $2')
    .split(/[\s_-]+/)
    .filter((word) => word !== '')
    .map((word) => (/^\p{Lu}{2,}\d*s?$/u.test(word) ? word : word.toLowerCase()));
  return words.length > 0 ? words.join(' ') : name;
}
