import type { PathStyle } from '../validation/messages/wording.options';

type FieldPath = readonly (string | number)[];

/** The path as the keys of `nested` and `flat` have it. */
export function toStyledPath(path: FieldPath, style: PathStyle = 'brackets'): string {
  if (style === 'pointer') return path.map((segment) => `/${escapeSegment(segment)}`).join('');
  return toFieldName(style === 'dots' ? path.map(String) : path);
}

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
  const segments = path.map((segment) => encodeURIComponent(escapeSegment(segment).toWellFormed()));
  return `#${segments.map((segment) => `/${segment}`).join('')}`;
}

/** RFC 6901, section 3. */
function escapeSegment(segment: string | number): string {
  return String(segment).replaceAll('~', '~0').replaceAll('/', '~1');
}
