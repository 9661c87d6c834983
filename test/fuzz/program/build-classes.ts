import { copy } from '../compare/copy';
import { userCalls } from '../user-code';
import { type Constructor, type OwnField, withClassFields, withConstructor } from './class-fields';
import { type Classes, decorate, resolve } from './decorate';
import type { ClassModel, Program, PropertyModel } from './program';

/** Makes the classes of a program, as a compiler would have. */
export function buildClasses(program: Program): Classes {
  const classes = new Map<string, Function>();
  for (const model of program.classes) {
    const built = declare(model, classes);
    // Its own properties may refer to it.
    classes.set(model.name, built);
    for (const property of model.properties) {
      declareMember(built.prototype as object, property, classes);
    }
    for (const { name, type, calls } of model.properties) {
      const design = resolve(type, classes);
      if (design !== undefined) {
        Reflect.defineMetadata('design:type', design, built.prototype as object, name);
      }
      for (const call of calls.toReversed()) {
        decorate(built.prototype as object, name, call, classes);
      }
    }
    for (const call of model.calls.toReversed()) decorate(built, undefined, call, classes);
  }
  return classes;
}

/** Adds the decorators that come late. */
export function decorateLate(program: Program, classes: Classes): void {
  for (const { className, property, call } of program.late) {
    const target = classes.get(className)?.prototype as object;
    decorate(target, property, call, classes);
  }
}

function declare(model: ClassModel, classes: Classes): Constructor {
  const { name, parent, properties, hasConstructor } = model;
  const Parent = parent === undefined ? undefined : (classes.get(parent) as Constructor);
  const fields = properties.filter(({ field }) => OWN_KEYS.has(field.kind)).map(ownField);
  const initialOf = (field: OwnField) => initialValue(field, classes);
  const built = hasConstructor
    ? withConstructor(Parent, fields, initialOf)
    : withClassFields(Parent, fields, initialOf);
  Object.defineProperty(built, 'name', { value: name });
  return built;
}

const OWN_KEYS = new Set(['declared', 'value', 'counted', 'accessor']);

function ownField({ name, field }: PropertyModel): OwnField {
  return { key: field.kind === 'accessor' ? backing(name) : name, field };
}

let instances = 0;

/** Starts the numbers of counted fields anew. */
export function restartCounts(): void {
  instances = 0;
}

function initialValue({ field }: OwnField, classes: Classes): unknown {
  switch (field.kind) {
    case 'value':
      return copy(field.value, classes);
    case 'counted':
      return ++instances;
    case 'accessor':
      return 'initial';
    default:
      return undefined;
  }
}

const backing = (name: string) => `_${name}`;

function declareMember(prototype: object, { name, field }: PropertyModel, classes: Classes): void {
  const stored = backing(name);
  const shared = { configurable: true, enumerable: false };
  const get = function get(this: Record<string, unknown>) {
    // A new one each time: whitelisting takes members out of what it is given.
    return field.kind === 'getter' ? copy(field.value, classes) : this[stored];
  };
  const set = function set(this: Record<string, unknown>, value: unknown) {
    userCalls.push(['set', name, value]);
    this[stored] = value;
  };
  if (field.kind === 'getter') Object.defineProperty(prototype, name, { ...shared, get });
  if (field.kind === 'setter') Object.defineProperty(prototype, name, { ...shared, set });
  if (field.kind === 'accessor') Object.defineProperty(prototype, name, { ...shared, get, set });
  if (field.kind === 'method') {
    Object.defineProperty(prototype, name, { ...shared, writable: true, value: () => 'called' });
  }
}
