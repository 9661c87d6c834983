import { inspect } from 'node:util';
import type { Redactor } from '../redaction/redactor';

const MAX_CAUSES = 5;
const MAX_LENGTH = 8_000;

/** What was thrown, for a log or a developer: one text without secrets for it and for each cause. */
export function describeThrown(thrown: unknown, redactor: Redactor): readonly string[] {
  return [...withCauses(thrown)].map((value) => redactor.excerpt(describeOne(value), MAX_LENGTH));
}

/** Bounded in number, also where an error is its own cause. */
function withCauses(thrown: unknown): Set<unknown> {
  const found = new Set([thrown]);
  for (const value of found) {
    for (const cause of [read(value, 'cause'), ...collected(value)]) {
      if (cause !== undefined && found.size < MAX_CAUSES) found.add(cause);
    }
  }
  return found;
}

/** The first of several errors; a list may be anything, such as a Proxy that was revoked. */
function collected(value: unknown): readonly unknown[] {
  const errors = read(value, 'errors');
  try {
    return Array.isArray(errors) ? [errors[0], errors[1], errors[2]] : [];
  } catch {
    return [];
  }
}

function describeOne(value: unknown): string {
  const stack = read(value, 'stack');
  if (typeof stack === 'string' && stack !== '') return stack;
  try {
    return inspect(value, { depth: 2, maxStringLength: 2 * MAX_LENGTH, maxArrayLength: 20 });
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
