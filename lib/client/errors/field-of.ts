import { orUndefined } from '../or-undefined';

/** `#/items/0/price` → `items[0].price`, as the other formats name the field (RFC 6901). */
export function fieldOf(pointer: string): string {
  const path = pointer.replace(/^#/, '');
  return (orUndefined(() => decodeURIComponent(path)) ?? path).replace(
    /\/([^/]*)/g,
    (_, escaped: string, index) => {
      const name = escaped.replace(/~1/g, '/').replace(/~0/g, '~');
      if (/^\d+$/.test(name)) return `[${name}]`;
      if (/[.[\]"]/.test(name)) return `[${JSON.stringify(name)}]`;
      return index ? `.${name}` : name;
    },
  );
}
