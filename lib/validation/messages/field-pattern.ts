import type { FieldError } from '../../record/field-error';

/** The key of a field in catalogues: `items[].price`, whichever item it is. */
export function toFieldPattern(path: FieldError['path']): string {
  let pattern = '';
  for (const segment of path) {
    if (typeof segment === 'number') pattern += '[]';
    else pattern += pattern === '' ? segment : `.${segment}`;
  }
  return pattern;
}
