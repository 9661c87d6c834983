import { readText } from '../thrown/read-member';
import type { SchemaIssue } from '../validation/standard-schema/standard-schema';

/** A value as valibot and arktype print it, where they do not print its type. */
const PRINTED_VALUE = /^["\d[{-]/;

/**
 * Whether the text of an issue repeats the value it is about: valibot's and arktype's default
 * texts do, and those of zod 3 for enums.
 */
export function quotesValue(issue: SchemaIssue): boolean {
  if (readText(issue, 'code') === 'invalid_enum_value') return true;
  const printed = readText(issue, 'received') ?? readText(issue, 'actual');
  return printed !== undefined && PRINTED_VALUE.test(printed);
}
