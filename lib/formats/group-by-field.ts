import type { FieldError } from '../record/field-error';
import type { FieldWording } from '../validation/messages/field-wording';

/** Errors by field name, both in the order in which they came. */
export function groupByField(
  fields: readonly FieldError[],
  wording: FieldWording,
): Map<string, FieldError[]> {
  const groups = new Map<string, FieldError[]>();
  for (const field of fields) {
    const name = wording.name(field);
    const group = groups.get(name);
    if (group) group.push(field);
    else groups.set(name, [field]);
  }
  return groups;
}

/** A plain object of what clients named: `__proto__` among the names is a name like any other. */
export function objectOf<T>(entries: Iterable<readonly [string, T]>): Record<string, T> {
  const object = Object.create(null) as Record<string, T>;
  for (const [name, value] of entries) object[name] = value;
  return object;
}
