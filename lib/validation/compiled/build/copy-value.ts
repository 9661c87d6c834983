import { checkPlainList, isPlainObject, isPrototypeKey, UNUSUAL } from './unusual';

/**
 * Copies a value whose class nobody declared, as class-transformer does: deeply, leaving out
 * what every object inherits. No recursion goes deeper than `maxDepth`.
 * @throws UNUSUAL
 */
export function copyValue(value: unknown, level: number, maxDepth: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (level > maxDepth) throw UNUSUAL;
  if (Array.isArray(value)) {
    checkPlainList(value);
    return value.map((item) => copyValue(item, level + 1, maxDepth));
  }
  if (!isPlainObject(value)) throw UNUSUAL;
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(value)) {
    const member = value[key];
    if (isPrototypeKey(key) || (key === 'then' && typeof member === 'function')) throw UNUSUAL;
    const copied = copyValue(member, level + 1, maxDepth);
    if (!(key in Object.prototype)) copy[key] = copied;
  }
  return copy;
}
