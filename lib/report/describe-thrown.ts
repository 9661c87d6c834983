import { inspect } from 'node:util';

const MAX_CAUSES = 5;
const MAX_LENGTH = 8_000;

/** What was thrown, with its causes, for the log. Never throws, never runs a getter of a Proxy. */
export function describeThrown(thrown: unknown): string {
  const parts: string[] = [];
  const seen = new Set<unknown>();
  let current = thrown;
  while (parts.length < MAX_CAUSES && current !== undefined && !seen.has(current)) {
    seen.add(current);
    parts.push(describeOne(current));
    current = read(current, 'cause');
  }
  return parts.join('\nCaused by: ').slice(0, MAX_LENGTH);
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
