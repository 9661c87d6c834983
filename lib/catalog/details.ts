declare const DETAILS: unique symbol;

/** Carries a type and nothing else: details are checked when the code compiles. */
export interface DetailsType<T> {
  readonly [DETAILS]?: T;
}

/**
 * Types the details of an error definition without a class or a schema.
 * @example
 * BUSINESS_EVENT_FULL: { status: 422, message: '…', details: details<{ eventId: string }>() }
 */
export function details<T extends object>(): DetailsType<T> {
  return {};
}

/** The part of the Standard Schema interface that names its types (standardschema.dev, version 1). */
export interface StandardSchemaLike<Input = unknown, Output = Input> {
  readonly '~standard': {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (...args: never[]) => unknown;
    readonly types?: { readonly input: Input; readonly output: Output } | undefined;
  };
}

type DetailsClass = abstract new (...args: never[]) => object;

/** What a definition takes as `details`: a class, a Standard Schema, or `details<T>()`. */
export type DetailsSource = DetailsType<object> | StandardSchemaLike | DetailsClass;

/** The type of the details that a source describes. */
export type DetailsOf<Source> = Source extends StandardSchemaLike
  ? NonNullable<Source['~standard']['types']>['output']
  : Source extends abstract new (...args: never[]) => infer Instance
    ? Instance
    : Source extends DetailsType<infer T>
      ? T
      : never;
