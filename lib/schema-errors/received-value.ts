import { readMember, readText } from '../thrown/read-member';
import type { SchemaIssue } from '../validation/standard-schema/standard-schema';

/** Stands for a value that was there, whatever it was. */
const PRESENT = Symbol('present');

/** zod's complaints about a value as a whole; all others are of one that is there. */
const ZOD_MISFITS = /^invalid_(?:type|value|union|literal|enum_value|union_discriminator)$/;

/**
 * The input of a schema as far as one issue tells of it: the way to the value, and the value or
 * a stand-in. Where the issue tells nothing, the request's part is looked into.
 */
export function receivedValue(issue: SchemaIssue, part: unknown): unknown {
  const told = toldValue(issue);
  if (told === undefined) return part;
  const path = issue.path ?? [];
  return path.reduceRight<unknown>((inner, step) => {
    const key = typeof step === 'object' ? step.key : step;
    return new Map([[key, inner]]);
  }, told.value);
}

/** Each vendor has its own way to tell what it was given; zod 4 has its text alone. */
function toldValue(issue: SchemaIssue): { readonly value: unknown } | undefined {
  const code = readText(issue, 'code');
  if (readMember(issue, ' arkKind') !== undefined) {
    return { value: code === 'required' ? undefined : readMember(issue, 'data') };
  }
  if ('input' in issue) return { value: issue.input };
  const received = readText(issue, 'received') ?? / received (\w+)/.exec(issue.message)?.[1];
  if (received !== undefined) return { value: isNothing(received) ? undefined : PRESENT };
  return code === undefined || ZOD_MISFITS.test(code) ? undefined : { value: PRESENT };
}

function isNothing(received: string): boolean {
  return received === 'undefined' || received === 'null';
}
