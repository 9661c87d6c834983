import { show } from '../show';
import { isBox } from './boxes';

/**
 * Where two values differ in anything a program could see: identity of primitives (-0, NaN),
 * prototypes, keys and their order, accessors, holes, and which places hold the same object.
 * @returns undefined if nowhere
 */
export function firstDifference(expected: unknown, actual: unknown): string | undefined {
  return difference({ expected, actual, path: '' }, { partners: new Map(), taken: new Map() });
}

interface Pair {
  readonly expected: unknown;
  readonly actual: unknown;
  readonly path: string;
}

/** Objects that stand for each other, both ways. */
interface Pairing {
  readonly partners: Map<unknown, unknown>;
  readonly taken: Map<unknown, unknown>;
}

function difference(pair: Pair, pairing: Pairing): string | undefined {
  const { expected, actual, path } = pair;
  if (Object.is(expected, actual)) return undefined;
  if (!isObject(expected) || !isObject(actual)) return tell(path, expected, actual);
  if (pairing.partners.has(expected) || pairing.taken.has(actual)) {
    const isSame =
      pairing.partners.get(expected) === actual && pairing.taken.get(actual) === expected;
    return isSame ? undefined : `${path || 'root'}: shares an object in one place only`;
  }
  pairing.partners.set(expected, actual);
  pairing.taken.set(actual, expected);
  if (Object.getPrototypeOf(expected) !== Object.getPrototypeOf(actual)) {
    return tell(`${path} (prototype)`, expected, actual);
  }
  return (
    internalDifference({ expected, actual, path }, pairing) ??
    keysDifference({ expected, actual, path }, pairing)
  );
}

interface ObjectPair {
  readonly expected: object;
  readonly actual: object;
  readonly path: string;
}

/** What is no property. */
function internalDifference(
  { expected, actual, path }: ObjectPair,
  pairing: Pairing,
): string | undefined {
  if (typeof expected === 'function') return tell(path, expected, actual);
  if (expected instanceof Map || expected instanceof Set) {
    const pair = {
      expected: [...expected],
      actual: [...(actual as Set<unknown>)],
      path: `${path}[entries]`,
    };
    return difference(pair, pairing);
  }
  if (expected instanceof Date || isBox(expected)) {
    const pair = { expected: expected.valueOf(), actual: actual.valueOf(), path: `${path}[value]` };
    return difference(pair, pairing);
  }
  return undefined;
}

function keysDifference(
  { expected, actual, path }: ObjectPair,
  pairing: Pairing,
): string | undefined {
  const keys = Reflect.ownKeys(expected);
  const actualKeys = Reflect.ownKeys(actual);
  if (keys.length !== actualKeys.length || keys.some((key, index) => key !== actualKeys[index])) {
    return tell(`${path} (keys)`, keys, actualKeys);
  }
  for (const key of keys) {
    const place = `${path}.${String(key)}`;
    const left = Object.getOwnPropertyDescriptor(expected, key) as PropertyDescriptor;
    const right = Object.getOwnPropertyDescriptor(actual, key) as PropertyDescriptor;
    for (const attribute of ['enumerable', 'writable', 'configurable', 'get', 'set'] as const) {
      if (left[attribute] !== right[attribute]) {
        return tell(`${place} (${attribute})`, left[attribute], right[attribute]);
      }
    }
    const found = difference({ expected: left.value, actual: right.value, path: place }, pairing);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

function tell(path: string, expected: unknown, actual: unknown): string {
  return `${path || 'root'}: expected ${show(expected)}, but was ${show(actual)}`;
}
