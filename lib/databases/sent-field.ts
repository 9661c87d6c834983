import type { FieldError, FieldLocation } from '../record/field-error';
import { read } from './read';

/** A field as the client spelt it, and the part of the request it came in. */
export type SentField = Pick<FieldError, 'path' | 'location'>;

/** The parts of a request whose keys a client chooses, by the platform's name for them. */
const PARTS: readonly (readonly [FieldLocation, string])[] = [
  ['body', 'body'],
  ['query', 'query'],
  ['path', 'params'],
];

/**
 * Finds a column among the fields that the client sent: `venue_id` was sent as `venueId`, and is
 * called so. A dotted path (`address.city`) is followed into the body. Undefined for all others:
 * the name of a column is nobody's business.
 */
export function findSentField(column: string, request: unknown): SentField | undefined {
  for (const [location, name] of PARTS) {
    const path = followSent(column.split('.'), read(request, name));
    if (path) return { path, location };
  }
  return undefined;
}

function followSent(segments: readonly string[], root: unknown): FieldError['path'] | undefined {
  const path: (string | number)[] = [];
  let value = root;
  for (const segment of segments) {
    const key = ownKeyLike(segment, value);
    if (key === undefined) return undefined;
    path.push(key);
    value = read(value, String(key));
  }
  return path;
}

/** An own key of the same letters but for case and underscores: `venue_id`, `venueId`. */
function ownKeyLike(name: string, value: unknown): string | number | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  try {
    if (Array.isArray(value))
      return /^\d{1,6}$/.test(name) && name in value ? Number(name) : undefined;
    if (Object.hasOwn(value, name)) return name;
    const letters = lettersOf(name);
    return letters === ''
      ? undefined
      : Object.keys(value).find((key) => lettersOf(key) === letters);
  } catch {
    return undefined;
  }
}

function lettersOf(name: string): string {
  return name.replaceAll('_', '').toLowerCase();
}
