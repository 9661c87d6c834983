import type { TypeMetadata, TypeStorage } from '../packages/type-storage';

export type Constructor = (new () => object) & { readonly prototype: object };

/** How class-transformer makes instances of one class, where it does nothing unusual. */
export interface ClassShape {
  readonly target: Constructor;
  /** Properties with `@Type()`, inherited ones included. */
  readonly types: ReadonlyMap<string, TypeMetadata>;
  /** Names that it leaves alone, whatever an instance has there: methods and getters. */
  readonly blocked: ReadonlySet<string>;
  /** Every new instance has the same properties: no constructor could decide otherwise. */
  readonly isInitialFixed: boolean;
  /** Making an instance runs no code of the application: one more does no harm. */
  readonly isPure: boolean;
  /** Properties may have values before any are given. */
  readonly hasDefaults: boolean;
  /** A function of `@Type()` may look at the object: of an instance it may say another thing. */
  readonly asksObjects: boolean;
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
  const sources = classes.map(String);
  const isInitialFixed = sources.every(
    (source) => source.startsWith('class') && !source.includes('constructor'),
  );
  return {
    target: target as Constructor,
    types,
    blocked,
    isInitialFixed,
    isPure: isInitialFixed && !sources.some(hasInitialisers),
    hasDefaults: !isInitialFixed || sources.some((source) => source.includes('=')),
    asksObjects: [...types.values()].some(({ typeFunction }) => typeFunction?.length !== 0),
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

/** Undefined for a class with setters, or with getters that it inherits. */
function blockedNames(target: Function): Set<string> | undefined {
  const isPlain = ancestry(target).every((it) => {
    const descriptors = Object.values(Object.getOwnPropertyDescriptors(it.prototype as object));
    return descriptors.every((descriptor) => {
      const isGetter = 'get' in descriptor;
      return !isGetter || (it === target && descriptor.set === undefined);
    });
  });
  return isPlain ? new Set(Object.getOwnPropertyNames(target.prototype)) : undefined;
}

/** Fields that start as literals do not count. */
const LITERAL = /=\s*(?:-?[\d.]+|'[^'\\]*'|"[^"\\]*"|true|false|null|undefined|\[\]|\{\})\s*;/g;

function hasInitialisers(source: string): boolean {
  return /[=(]|\bstatic\b/.test(source.replace(LITERAL, ';'));
}
