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
