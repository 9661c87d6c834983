/** One decorator on a property, as the source would write it: `@Name(...args)`. */
export interface Call {
  readonly decorator: string;
  readonly args: readonly unknown[];
}

/** What stands for a class that the program itself declares. */
export class ClassRef {
  constructor(
    readonly name: string,
    /** `() => Name`, as `@Type()` takes it. */
    readonly isLazy = false,
  ) {}
}

/** How a property comes into being on an instance. */
export type Field =
  | { readonly kind: 'none' }
  /** `name!: T` where class fields are defined: undefined, but an own key. */
  | { readonly kind: 'declared' }
  | { readonly kind: 'value'; readonly value: unknown }
  /** `name = next()`: how often a class is built can be seen. */
  | { readonly kind: 'counted' }
  | { readonly kind: 'getter'; readonly value: unknown }
  | { readonly kind: 'accessor' }
  | { readonly kind: 'setter' }
  | { readonly kind: 'method' };

export interface PropertyModel {
  readonly name: string;
  /** The compiler's `design:type`; undefined where it emits none. */
  readonly type: unknown;
  readonly field: Field;
  /** From top to bottom; they are applied from bottom to top. */
  readonly calls: readonly Call[];
  readonly content: Content;
}

/** What a payload may hold there. */
export type Content =
  | { readonly kind: 'values'; readonly candidates: readonly unknown[] }
  | {
      readonly kind: 'nested';
      readonly classNames: readonly string[];
      readonly container: 'none' | 'array' | 'map' | 'set';
      /** The property by which a discriminator tells the classes apart. */
      readonly discriminator: string | undefined;
    };

export interface ClassModel {
  readonly name: string;
  readonly parent: string | undefined;
  /** Decorators of the class: `@Exclude()`. */
  readonly calls: readonly Call[];
  /** It defines the fields; otherwise they are declared as class fields. */
  readonly hasConstructor: boolean;
  readonly properties: readonly PropertyModel[];
}

/** A decorator that comes after the class was used. */
export interface LateCall {
  readonly className: string;
  readonly property: string;
  readonly call: Call;
}

/** Classes, each of which may refer to those before it and to itself; the last one is validated. */
export interface Program {
  readonly classes: readonly ClassModel[];
  readonly late: readonly LateCall[];
}

/** The class that is validated. */
export function rootOf({ classes }: Program): ClassModel {
  const root = classes.at(-1);
  if (root === undefined) throw new RangeError('A program has at least one class.');
  return root;
}
