type FieldPath = readonly (string | number)[];

/** `['items', 0, 'price']` → `items[0].price`; a name with a dot or bracket is quoted. */
export function toFieldName(path: FieldPath): string {
  let name = '';
  for (const segment of path) {
    if (typeof segment === 'number') name += `[${segment}]`;
    else if (/[.[\]"]/.test(segment)) name += `[${JSON.stringify(segment)}]`;
    else name += name === '' ? segment : `.${segment}`;
  }
  return name;
}

/** A JSON Pointer as a URI fragment (RFC 6901, section 6), as RFC 9457's own example has it. */
export function toPointer(path: FieldPath): string {
  return `#${path.map((segment) => `/${escapeSegment(String(segment))}`).join('')}`;
}

function escapeSegment(segment: string): string {
  return encodeURIComponent(segment.toWellFormed().replaceAll('~', '~0').replaceAll('/', '~1'));
}
