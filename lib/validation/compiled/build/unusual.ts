/** Thrown for a value that no parser makes of a plain body: class-transformer builds from it. */
export const UNUSUAL = Symbol('unusual');

const PROTOTYPE_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/** Keys that Nest's pipe removes before it reads a value. */
export function isPrototypeKey(key: string): boolean {
  return PROTOTYPE_KEYS.has(key);
}

/** What a parser makes of a request: an object without a class, of whichever prototype. */
export function isPlainObject(value: object): value is Record<string, unknown> {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === Object.prototype || prototype === null) return true;
  return Object.getPrototypeOf(prototype) === null && value.constructor === undefined;
}

/**
 * An array without holes, which Nest's pipe closes, and without members that are no items. One of
 * a class of its own may do anything when it is read, and its `map()` makes another of its class.
 * @throws UNUSUAL for any other
 */
export function checkPlainList(list: readonly unknown[]): void {
  if (Object.getPrototypeOf(list) !== Array.prototype) throw UNUSUAL;
  const keys = Object.keys(list);
  // Items come first: if the last key is the last item's, all items are there, and nothing else.
  const isPlain = keys.length === list.length && (keys.at(-1) ?? '-1') === String(list.length - 1);
  if (!isPlain) throw UNUSUAL;
}

/** Names that class-validator finds in the plain object in which it looks for their rules. */
export function isInherited(name: string): boolean {
  return name in Object.prototype;
}
