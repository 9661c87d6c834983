import type { ArgumentMetadata } from '@nestjs/common';

/** What a schema found; vendors add members of their own. */
export interface SchemaIssue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}

/** The outcome of a validation: a value, or issues. */
export type SchemaResult =
  | { readonly value: unknown; readonly issues?: undefined }
  | { readonly issues: readonly SchemaIssue[] };

/** The Standard Schema interface, version 1 (standardschema.dev). */
export interface StandardSchema {
  readonly '~standard': {
    readonly vendor: string;
    readonly validate: (value: unknown) => SchemaResult | Promise<SchemaResult>;
  };
}

/**
 * The schema of an argument: the decorator's, `@Body({ schema })`, its class's static one, or the
 * class itself, where that is one.
 */
export function schemaOf({ schema, metatype }: ArgumentMetadata): StandardSchema | undefined {
  if (isSchema(schema)) return schema;
  const declared: unknown = (metatype as { schema?: unknown } | undefined)?.schema;
  if (isSchema(declared)) return declared;
  return isSchema(metatype) ? metatype : undefined;
}

/** Arktype's schemas are functions. */
function isSchema(value: unknown): value is StandardSchema {
  if ((typeof value !== 'object' || value === null) && typeof value !== 'function') return false;
  const standard = (value as Partial<StandardSchema>)['~standard'];
  return typeof standard?.validate === 'function';
}
