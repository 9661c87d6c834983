import { copy } from '../compare/copy';
import { userCalls } from '../user-code';
import { type Classes, decorate, resolve } from './decorate';
import type { ClassModel, Program, PropertyModel } from './program';

type Constructor = new () => object;

/** Makes the classes of a program, as a compiler would have: nothing is generated from text. */
export function buildClasses(program: Program): Classes {
  const classes = new Map<string, Function>();
  for (const model of program.classes) {
    const built = declare(model, classes);
    // Its own properties may refer to it.
    classes.set(model.name, built);
    for (const property of model.properties) declareMember(built.prototype as object, property);
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

function declare({ name, parent, properties }: ClassModel, classes: Classes): Constructor {
  const Parent = parent === undefined ? undefined : (classes.get(parent) as Constructor);
  const fields = properties.filter(({ field }) => OWN_KEYS.has(field.kind));
  const built = fields.length > 0 ? withFields(Parent, fields) : withoutFields(Parent);
  Object.defineProperty(built, 'name', { value: name });
  return built;
}

const OWN_KEYS = new Set(['declared', 'value', 'counted', 'accessor']);

/** Nothing: the rule that no class may be empty spares those under a decorator. */
const Dto: ClassDecorator = () => undefined;

function withoutFields(Parent: Constructor | undefined): Constructor {
  if (Parent !== undefined) return class extends Parent {};
  @Dto
  class Root {}
  return Root;
}

function withFields(
  Parent: Constructor | undefined,
  fields: readonly PropertyModel[],
): Constructor {
  if (Parent !== undefined) {
    return class extends Parent {
      constructor() {
        super();
        for (const field of fields) define(this, field);
      }
    };
  }
  @Dto
  class Root {
    constructor() {
      for (const field of fields) define(this, field);
    }
  }
  return Root;
}

let instances = 0;

/** Starts the numbers of counted fields anew. */
export function restartCounts(): void {
  instances = 0;
}

/** As a class field does: it defines, it does not call setters. */
function define(target: object, { name, field }: PropertyModel): void {
  const writable = { enumerable: true, configurable: true, writable: true };
  if (field.kind === 'accessor') {
    Object.defineProperty(target, backing(name), { ...writable, value: 'initial' });
    return;
  }
  const value =
    field.kind === 'value' ? copy(field.value) : field.kind === 'counted' ? ++instances : undefined;
  Object.defineProperty(target, name, { ...writable, value });
}

const backing = (name: string) => `_${name}`;

function declareMember(prototype: object, { name, field }: PropertyModel): void {
  const stored = backing(name);
  const shared = { configurable: true, enumerable: false };
  const get = function get(this: Record<string, unknown>) {
    return field.kind === 'getter' ? field.value : this[stored];
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
