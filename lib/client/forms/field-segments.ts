const SEGMENT = /\["((?:[^"\\]|\\.)*)"\]|[^.[\]]+/g;

/** `items[0].price` → `['items', '0', 'price']` */
export function fieldSegments(name: string): string[] {
  return Array.from(name.matchAll(SEGMENT), ([segment, quoted]) =>
    quoted === undefined ? segment : quoted.replace(/\\(.)/g, '$1'),
  );
}
