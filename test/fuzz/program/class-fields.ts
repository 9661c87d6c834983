import { runInThisContext } from 'node:vm';
import type { Field } from './program';

export type Constructor = new () => object;

/** A property that new instances have of their own. */
export interface OwnField {
  readonly key: string;
  readonly field: Field;
}

type InitialOf = (field: OwnField) => unknown;

/**
 * A class with fields as an application's source declares them: what it says of them can be read.
 * A script is no code made of a string to V8, so that this works where such is forbidden.
 */
export function withClassFields(
  Parent: Constructor | undefined,
  fields: readonly OwnField[],
  initialOf: InitialOf,
): Constructor {
  const heading = Parent === undefined ? 'class' : 'class extends Parent';
  const body = fields.map((field, index) => `${sourceOf(field, `initial(${index})`)};`);
  const source = `(Parent, initial) => ${heading} {\n${body.join('\n')}\n}`;
  const make = runInThisContext(source) as (
    parent: Constructor | undefined,
    initial: (index: number) => unknown,
  ) => Constructor;
  return make(Parent, (index) => initialOf(fields[index] as OwnField));
}

function sourceOf({ key, field }: OwnField, call: string): string {
  const name = JSON.stringify(key);
  if (field.kind === 'declared') return name;
  const literal = field.kind === 'value' ? literalOf(field.value) : undefined;
  return `${name} = ${literal ?? call}`;
}

/** Undefined for what takes a call to make. */
function literalOf(value: unknown): string | undefined {
  if (typeof value === 'object' && value !== null) {
    if (Reflect.ownKeys(value).length > (Array.isArray(value) ? 1 : 0)) return undefined;
    if (Array.isArray(value) && value.length === 0) return '[]';
    return Object.getPrototypeOf(value) === Object.prototype ? '{}' : undefined;
  }
  if (typeof value === 'number') {
    return Number.isFinite(value) && !Object.is(value, -0) ? String(value) : undefined;
  }
  return typeof value === 'bigint' ? undefined : JSON.stringify(value);
}

/** Nothing: the rule that no class may be empty spares those under a decorator. */
const Dto: ClassDecorator = () => undefined;

/** A class whose constructor defines its fields: nobody knows what else it does. */
export function withConstructor(
  Parent: Constructor | undefined,
  fields: readonly OwnField[],
  initialOf: InitialOf,
): Constructor {
  if (Parent !== undefined) {
    return class extends Parent {
      constructor() {
        super();
        for (const field of fields) define(this, field.key, initialOf(field));
      }
    };
  }
  @Dto
  class Root {
    constructor() {
      for (const field of fields) define(this, field.key, initialOf(field));
    }
  }
  return Root;
}

/** As a class field does: it defines, it does not call setters. */
function define(target: object, key: string, value: unknown): void {
  Object.defineProperty(target, key, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}
