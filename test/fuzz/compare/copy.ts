import { isBox } from './boxes';

/** In a payload: an instance of a class of the program, which its constructor has not seen. */
export class InstanceOf {
  constructor(
    readonly className: string,
    readonly members: object,
  ) {}
}

/** A value of the same build: what a validation does to it is not seen in the original. */
export function copy(value: unknown, classes: ReadonlyMap<string, Function> = new Map()): unknown {
  return copyOf(value, new Map(), classes);
}

function copyOf(
  value: unknown,
  known: Map<object, object>,
  classes: ReadonlyMap<string, Function>,
): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const seen = known.get(value);
  if (seen !== undefined) return seen;
  if (value instanceof InstanceOf) {
    const prototype = classes.get(value.className)?.prototype as object;
    const members = copyOf(value.members, known, classes) as object;
    return Object.create(prototype, Object.getOwnPropertyDescriptors(members)) as object;
  }
  const made = emptyLike(value);
  known.set(value, made);
  if (made === value) return made;
  if (value instanceof Map) {
    for (const [key, item] of value) {
      (made as Map<unknown, unknown>).set(
        copyOf(key, known, classes),
        copyOf(item, known, classes),
      );
    }
  }
  if (value instanceof Set)
    for (const item of value) (made as Set<unknown>).add(copyOf(item, known, classes));
  if (ArrayBuffer.isView(value)) return made;
  for (const key of Reflect.ownKeys(value)) {
    const descriptor = Object.getOwnPropertyDescriptor(value, key) as PropertyDescriptor;
    if ('value' in descriptor) descriptor.value = copyOf(descriptor.value, known, classes);
    Object.defineProperty(made, key, descriptor);
  }
  return made;
}

/** The same object where there is no copying it: promises and expressions are never changed. */
function emptyLike(value: object): object {
  if (Array.isArray(value)) return [];
  if (value instanceof Date) return new Date(value);
  if (Buffer.isBuffer(value)) return Buffer.from(value);
  if (value instanceof Uint8Array) return value.slice();
  if (value instanceof Map) return new Map();
  if (value instanceof Set) return new Set();
  if (isBox(value)) return Object(value.valueOf()) as object;
  if (value instanceof Promise || value instanceof RegExp || value instanceof WeakMap) return value;
  return Object.create(Object.getPrototypeOf(value) as object | null) as object;
}
