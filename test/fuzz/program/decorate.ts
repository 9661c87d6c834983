import * as classTransformer from 'class-transformer';
import * as classValidator from 'class-validator';
import { registerForgiving } from './forgiving';
import { type Call, ClassRef } from './program';

export type Classes = ReadonlyMap<string, Function>;

type Factory = (
  ...args: readonly unknown[]
) => (target: object | Function, property?: string) => void;

const { Exclude, Expose, Transform, Type } = classTransformer;
const factories = {
  ...classValidator,
  Exclude,
  Expose,
  Transform,
  Type,
  RegisterDecorator,
} as Readonly<Record<string, unknown>>;

/** Runs one decorator on a property, or on a class if no property is named. */
export function decorate(
  target: object,
  property: string | undefined,
  call: Call,
  classes: Classes,
) {
  const factory = factories[call.decorator] as Factory;
  const apply = () => {
    const decorator = factory(...call.args.map((arg) => resolve(arg, classes)));
    if (property === undefined) decorator(target);
    else decorator(target, property);
  };
  if (isOwnCode(call)) apply();
  else registerForgiving(apply);
}

const OWN_RULES = new Set(['Validate', 'ValidateBy', 'RegisterDecorator']);

/** Validators of the application, and bounds that are its functions: where they throw, all throws. */
function isOwnCode({ decorator, args }: Call): boolean {
  return OWN_RULES.has(decorator) || args.some((arg) => typeof arg === 'function');
}

/** registerDecorator() as a decorator: the way in which most packages of rules are written. */
function RegisterDecorator(
  options: Omit<classValidator.ValidationDecoratorOptions, 'target' | 'propertyName'>,
) {
  return (target: object, propertyName: string) => {
    classValidator.registerDecorator({ ...options, target: target.constructor, propertyName });
  };
}

/** Puts the classes of a program in the place of their names. */
export function resolve(value: unknown, classes: Classes): unknown {
  if (value instanceof ClassRef) {
    const named = () => classes.get(value.name);
    return value.isLazy ? named : named();
  }
  if (Array.isArray(value)) return value.map((item) => resolve(item, classes));
  if (!isPlain(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, resolve(item, classes)]),
  );
}

function isPlain(value: unknown): value is object {
  return (
    typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
  );
}
