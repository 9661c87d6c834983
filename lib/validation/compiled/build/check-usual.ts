import { checkPlainList, isPlainObject, isPrototypeKey, UNUSUAL } from './unusual';

/**
 * Makes sure that a value is what a parser makes, down to its leaves, and not nested too deep:
 * nobody knows what class-transformer, or the application's code, would make of anything else.
 * @param level the level on which the value stands, the root's being 1
 * @throws UNUSUAL
 */
export function checkUsual(value: unknown, level: number, maxDepth: number): void {
  if (typeof value !== 'object' || value === null) return;
  if (level > maxDepth) throw UNUSUAL;
  if (Array.isArray(value)) {
    checkPlainList(value);
    for (const item of value) checkUsual(item, level + 1, maxDepth);
    return;
  }
  if (!isPlainObject(value)) throw UNUSUAL;
  for (const key of Object.keys(value)) {
    if (isPrototypeKey(key) || (key === 'then' && typeof value[key] === 'function')) throw UNUSUAL;
    checkUsual(value[key], level + 1, maxDepth);
  }
}
