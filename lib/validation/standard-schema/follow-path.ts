import type { SchemaIssue } from './standard-schema';

/** Resolves an issue's path against the value it was found in: own properties only. */
export function followPath(
  value: unknown,
  path: NonNullable<SchemaIssue['path']>,
): { readonly segments: (string | number)[]; readonly found: unknown } {
  const segments: (string | number)[] = [];
  let found = value;
  for (const step of path) {
    const key = typeof step === 'object' ? step.key : step;
    segments.push(toSegment(key, found));
    found = ownProperty(found, key);
  }
  return { segments, found };
}

/** An index is a number, however the vendor writes it. */
function toSegment(key: PropertyKey, container: unknown): string | number {
  if (typeof key === 'symbol') return key.description ?? '';
  const isIndex = Array.isArray(container) && /^\d{1,9}$/.test(String(key));
  return isIndex ? Number(key) : key;
}

function ownProperty(container: unknown, key: PropertyKey): unknown {
  if (container instanceof Map) return container.get(key);
  if (typeof container !== 'object' || container === null) return undefined;
  return Object.hasOwn(container, key)
    ? (container as Record<PropertyKey, unknown>)[key]
    : undefined;
}
