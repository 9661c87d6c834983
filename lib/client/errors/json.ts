export type JsonObject = Record<string, unknown>;

export function isObject(value: unknown): value is JsonObject {
  return Object(value) === value && !Array.isArray(value);
}

/** The first of some values that is a text. */
export function text(...values: readonly unknown[]): string | undefined {
  return values.find((each) => typeof each === 'string');
}
