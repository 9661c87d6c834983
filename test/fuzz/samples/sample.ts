import type * as classValidator from 'class-validator';

type ClassValidator = typeof classValidator;

/** Every export of class-validator that makes a property decorator. */
export type DecoratorName = {
  [Name in keyof ClassValidator]: ClassValidator[Name] extends (
    ...args: never[]
  ) => PropertyDecorator
    ? Capitalize<Name> extends Name
      ? Name
      : never
    : never;
}[keyof ClassValidator];

/** One use of a decorator, and values on both sides of its line. */
export interface Sample {
  /** All arguments up to the validation options, `undefined` ones included. */
  readonly args: readonly unknown[];
  readonly valid: readonly unknown[];
  readonly invalid: readonly unknown[];
  /** Values at which the library's own code throws. */
  readonly throwing: readonly unknown[];
}

/** A decorator that has no samples does not compile. */
export type Samples<Name extends DecoratorName = DecoratorName> = {
  readonly [Key in Name]: readonly Sample[];
};

type Values = readonly unknown[];

/** With a decorator's arguments: which values it takes, and which it refuses. */
export function sample(
  args: Values,
  valid: Values,
  invalid: Values,
  throwing: Values = [],
): Sample {
  return { args, valid, invalid, throwing };
}
