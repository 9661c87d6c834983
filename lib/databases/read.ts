/** A property of what was thrown; undefined where reading it throws. */
export function read(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return orUndefined(() => (value as Record<string, unknown>)[name]);
}

/** The same where only a text will do. */
export function readText(value: unknown, name: string): string | undefined {
  const text = read(value, name);
  return typeof text === 'string' ? text : undefined;
}

/** The items of a list, the first hundred; none where it is something else. */
export function readItems(value: unknown, name: string): readonly unknown[] {
  const list = read(value, name);
  return orUndefined(() => (Array.isArray(list) ? list.slice(0, MAX_ITEMS) : undefined)) ?? [];
}

/** The texts of a list; undefined where there is none. */
export function readTexts(value: unknown, name: string): readonly string[] | undefined {
  const texts = readItems(value, name).filter((item) => typeof item === 'string');
  return texts.length > 0 ? texts : undefined;
}

/** The names in an object that is no list, the first hundred; undefined where there is none. */
export function readKeys(value: unknown, name: string): readonly string[] | undefined {
  const object = read(value, name);
  if (typeof object !== 'object' || object === null) return undefined;
  const keys = orUndefined(() => (Array.isArray(object) ? [] : Object.keys(object))) ?? [];
  return keys.length > 0 ? keys.slice(0, MAX_ITEMS) : undefined;
}

/** What an object inherits from. */
export function prototypeOf(value: object): object | undefined {
  return orUndefined(() => Object.getPrototypeOf(value) as object | null) ?? undefined;
}

/** An own entry of a table of ours, whatever the key is that a stranger gave. */
export function lookUp<Value>(
  table: Readonly<Record<string, Value>>,
  key: unknown,
): Value | undefined {
  const name = typeof key === 'number' ? String(key) : key;
  return typeof name === 'string' && Object.hasOwn(table, name) ? table[name] : undefined;
}

const MAX_ITEMS = 100;

function orUndefined<Value>(attempt: () => Value): Value | undefined {
  try {
    return attempt();
  } catch {
    return undefined;
  }
}
