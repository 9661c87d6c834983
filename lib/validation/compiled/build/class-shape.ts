import type { TypeMetadata, TypeStorage } from '../packages/type-storage';

export type Constructor = new () => object;

/** How class-transformer makes instances of one class, where it does nothing unusual. */
export interface ClassShape {
  readonly target: Constructor;
  /** Properties with `@Type()`, inherited ones included. */
  readonly types: ReadonlyMap<string, TypeMetadata>;
  /** Names that it leaves alone: methods, getters, what every object has. */
  readonly blocked: ReadonlySet<string>;
  /** Own properties of an instance that nobody has touched yet. */
  readonly initial: readonly string[];
  /** Every instance has the same: no constructor of its own could decide otherwise. */
  readonly isInitialFixed: boolean;
  /** One of them has a value already. */
  readonly hasDefaults: boolean;
}

/** The shape of a class, or why only class-transformer can make its instances. */
export function shapeOf(target: Function, storage: TypeStorage): ClassShape | string {
  const classes = ancestry(target);
  if (classes.some(isNative)) return 'is not declared by a class of the application';
  const decorated = [
    ['@Transform', storage.transforms],
    ['@Expose', storage.exposed],
    ['@Exclude', storage.excluded],
  ] as const;
  for (const [decorator, metadatas] of decorated) {
    if (classes.some((it) => metadatas.has(it))) return `is decorated with ${decorator}`;
  }
  const types = typesOf(classes, storage);
  const unusual = [...types.values()].find(isUnusual);
  if (unusual) return `has a type that only class-transformer knows (${unusual.propertyName})`;
  const blocked = blockedNames(target);
  if (blocked === undefined) return 'has setters, or getters that it inherits';
  const probe = probeOf(target as Constructor);
  if (probe === undefined) return 'has a constructor that needs more than nothing';
  return {
    target: target as Constructor,
    types,
    blocked,
    initial: Object.keys(probe),
    hasDefaults: Object.values(probe).some((value) => value !== undefined),
    isInitialFixed: !classes.some((it) => /\bconstructor\b/.test(String(it))),
  };
}

/** The class, then the classes that it extends. */
export function ancestry(target: Function): Function[] {
  const classes: Function[] = [];
  for (let it: unknown = target; typeof it === 'function'; it = Object.getPrototypeOf(it)) {
    if (it !== Function.prototype) classes.push(it);
  }
  return classes;
}

function isNative(target: Function): boolean {
  return (
    typeof target.prototype !== 'object' || /\{\s*\[native code\]\s*\}\s*$/.test(String(target))
  );
}

function typesOf(classes: readonly Function[], storage: TypeStorage): Map<string, TypeMetadata> {
  const types = new Map<string, TypeMetadata>();
  for (const it of classes) {
    for (const metadata of storage.types.get(it)?.values() ?? []) {
      if (!types.has(metadata.propertyName)) types.set(metadata.propertyName, metadata);
    }
  }
  return types;
}

/** Maps are filled by key, and subtypes are found by a member of the value. */
function isUnusual({ reflectedType, options }: TypeMetadata): boolean {
  return options?.discriminator !== undefined || LISTS_OF_THEIR_OWN.has(reflectedType);
}

const LISTS_OF_THEIR_OWN = new Set<unknown>([Map, WeakMap, WeakSet, Promise, Buffer]);

function blockedNames(target: Function): Set<string> | undefined {
  const blocked = new Set<string>(Object.getOwnPropertyNames(Object.prototype));
  for (const it of ancestry(target)) {
    const prototype = it.prototype as object;
    for (const name of Object.getOwnPropertyNames(prototype)) {
      const descriptor = Object.getOwnPropertyDescriptor(prototype, name) as PropertyDescriptor;
      const isOwn = it === target;
      const isGetter = 'get' in descriptor;
      if (isGetter && !(isOwn && descriptor.set === undefined)) return undefined;
      if (isOwn || typeof descriptor.value === 'function') blocked.add(name);
    }
  }
  return blocked;
}

function probeOf(target: Constructor): object | undefined {
  try {
    const instance = new target();
    if (Object.getPrototypeOf(instance) !== target.prototype) return undefined;
    const descriptors = Object.values(Object.getOwnPropertyDescriptors(instance));
    const isOrdinary = descriptors.every((it) => 'value' in it && it.writable && it.enumerable);
    return isOrdinary ? instance : undefined;
  } catch {
    return undefined;
  }
}
