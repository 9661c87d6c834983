import { inspect } from 'node:util';

const MAX_CAUSES = 5;
const MAX_LENGTH = 8_000;

/** What was thrown, for a log or a developer: one text for it and one for each cause. */
export function describeThrown(thrown: unknown): readonly string[] {
  const texts: string[] = [];
  for (const value of withCauses(thrown)) texts.push(describeOne(value).slice(0, MAX_LENGTH));
  return texts;
}

/** Bounded in number, also where an error is its own cause. */
function withCauses(thrown: unknown): Set<unknown> {
  const found = new Set([thrown]);
  for (const value of found) {
    const errors = read(value, 'errors');
    const causes = [read(value, 'cause'), ...(Array.isArray(errors) ? errors.slice(0, 3) : [])];
    for (const cause of causes) {
      if (cause !== undefined && found.size < MAX_CAUSES) found.add(cause);
    }
  }
  return found;
}

function describeOne(value: unknown): string {
  const stack = read(value, 'stack');
  if (typeof stack === 'string' && stack !== '') return stack;
  try {
    return inspect(value, { depth: 2, maxStringLength: 1_000, maxArrayLength: 20 });
  } catch {
    return `a ${typeof value} that cannot be inspected`;
  }
}

function read(value: unknown, name: string): unknown {
  try {
    return (value as Record<string, unknown> | null | undefined)?.[name];
  } catch {
    return undefined;
  }
}
