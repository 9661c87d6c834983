import { isBox } from './compare/boxes';
import { InstanceOf } from './compare/copy';
import { ClassRef } from './program/program';

const MAX_DEPTH = 8;

/** A value as source text; objects that are of no literal's kind name their class. */
export function show(value: unknown, depth = 0): string {
  if (typeof value === 'object' && value !== null) {
    return depth > MAX_DEPTH ? '…' : showObject(value, (item) => show(item, depth + 1));
  }
  if (typeof value === 'string') return JSON.stringify(value).replaceAll("'", "\\'");
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value === 'function') return showFunction(value);
  return Object.is(value, -0) ? '-0' : String(value);
}

function showFunction(value: Function): string {
  const text = Function.prototype.toString.call(value);
  const isClass = text.startsWith('class');
  if (value.name !== '' && (isClass || text.includes('[native code]') || text.length > 60))
    return value.name;
  return isClass ? 'class' : text.replaceAll(/\s+/g, ' ');
}

function showObject(value: object, inner: (item: unknown) => string): string {
  if (value instanceof ClassRef) return value.isLazy ? `() => ${value.name}` : value.name;
  if (value instanceof InstanceOf) {
    return `Object.assign(Object.create(${value.className}.prototype), ${inner(value.members)})`;
  }
  if (Array.isArray(value))
    return `[${Array.from(value, (item, index) => (index in value ? inner(item) : '')).join(', ')}]`;
  if (value instanceof Date) return `new Date(${inner(value.valueOf())})`;
  if (value instanceof RegExp) return String(value);
  if (value instanceof Promise) return 'aPromise';
  if (Buffer.isBuffer(value)) return `Buffer.from(${inner([...value])})`;
  if (value instanceof Uint8Array) return `Uint8Array.of(${[...value].join(', ')})`;
  if (value instanceof Map) return `new Map(${inner([...value])})`;
  if (value instanceof Set) return `new Set(${inner([...value])})`;
  if (isBox(value)) return `Object(${inner(value.valueOf())})`;
  return showMembers(value, inner);
}

function showMembers(value: object, inner: (item: unknown) => string): string {
  const members = Reflect.ownKeys(value).map((key) => {
    const { value: item, get } = Object.getOwnPropertyDescriptor(value, key) as PropertyDescriptor;
    const name = typeof key === 'symbol' ? `[${String(key)}]` : showKey(key);
    return get ? `get ${name}()` : `${name}: ${inner(item)}`;
  });
  const literal = members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
  const prototype = Object.getPrototypeOf(value) as { constructor?: unknown } | null;
  if (prototype === Object.prototype) return literal;
  if (prototype === null) return `Object.assign(Object.create(null), ${literal})`;
  return `Object.assign(new ${nameOf(prototype)}(), ${literal})`;
}

function nameOf({ constructor }: { constructor?: unknown }): string {
  return typeof constructor === 'function' ? constructor.name : 'Unknown';
}

/** `["__proto__"]` is a key of its own; unquoted it would be the prototype. */
export function showKey(key: string): string {
  if (key === '__proto__') return '["__proto__"]';
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key);
}
