export type JsonObject = Record<string, unknown>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The value of a JSON text, or nothing. */
export function parseJson(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return undefined;
  }
}

/** A table without inherited entries: a code called `constructor` finds nothing. */
export function table<T>(...parts: readonly (Readonly<Record<string, T>> | false | undefined)[]) {
  return Object.assign(Object.create(null), ...parts) as Record<string, T | undefined>;
}
