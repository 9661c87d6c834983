import { checkedInteger } from './checked-integer';
import type { Resolvable } from './throttle-metadata';

/** @throws TypeError unless the value is a function, or an integer from `least` on */
export function checkedUnlessFunction(
  where: string,
  value: Resolvable<number>,
  least: 0 | 1,
): Resolvable<number> {
  return typeof value === 'function' ? value : checkedInteger(where, value, least);
}

/** @throws TypeError unless the value is a function or not given */
export function checkFunction(where: string, value: unknown): void {
  if (value === undefined || typeof value === 'function') return;
  throw new TypeError(`${where} must be a function.`);
}

/**
 * Regular expressions without a memory: with the flag `g` or `y` every second test would fail.
 * @throws TypeError unless the value is a list of regular expressions or not given
 */
export function checkRegExps(where: string, value: readonly RegExp[] = []): readonly RegExp[] {
  if (!Array.isArray(value) || !value.every((item) => item instanceof RegExp)) {
    throw new TypeError(`${where} must be a list of regular expressions.`);
  }
  return value.map(({ source, flags }) => new RegExp(source, flags.replaceAll(/[gy]/g, '')));
}
