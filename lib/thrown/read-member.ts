/** A member of a value that may be anything; undefined where reading it throws. */
export function readMember(value: unknown, name: string): unknown {
  try {
    return (value as Readonly<Record<string, unknown>> | null | undefined)?.[name];
  } catch {
    return undefined;
  }
}

/** A member that is a text, else undefined. */
export function readText(value: unknown, name: string): string | undefined {
  const member = readMember(value, name);
  return typeof member === 'string' ? member : undefined;
}

/** A member that is a whole number, else undefined. */
export function readInteger(value: unknown, name: string): number | undefined {
  const member = readMember(value, name);
  return Number.isInteger(member) ? (member as number) : undefined;
}
