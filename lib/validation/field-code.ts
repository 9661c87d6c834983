import { closestName } from '../closest-name';

/** Codes of single fields, in the order in which the errors of one property are listed. */
const RANKED_CODES = [
  'VALIDATION_REQUIRED_FIELD',
  'VALIDATION_UNKNOWN_FIELD',
  'VALIDATION_NOT_ALLOWED',
  'VALIDATION_INVALID_TYPE',
  'VALIDATION_INVALID_VALUE',
  'VALIDATION_INVALID_FORMAT',
  'VALIDATION_OUT_OF_RANGE',
  'VALIDATION_DUPLICATE',
  'VALIDATION_REFERENCE_INVALID',
  'VALIDATION_INVALID',
  'VALIDATION_TOO_DEEP',
  'VALIDATION_TOO_MANY_ERRORS',
] as const;

/** A built-in code of a single field. */
export type FieldCode = (typeof RANKED_CODES)[number];

const RANKS: ReadonlyMap<string, number> = new Map(RANKED_CODES.map((code, rank) => [code, rank]));
const CUSTOM_RANK = RANKED_CODES.indexOf('VALIDATION_INVALID');

/** The lower, the earlier in the list; a code of the application ranks as `VALIDATION_INVALID`. */
export function rankOfCode(code: string): number {
  return RANKS.get(code) ?? CUSTOM_RANK;
}

/** Reads a code that a rule declares: `DUPLICATE` is short for `VALIDATION_DUPLICATE`. */
export function toFieldCode(declared: string): string {
  const prefixed = `VALIDATION_${declared}`;
  return RANKS.has(prefixed) ? prefixed : declared;
}

/** The built-in code that one is a typing error away from: codes of applications have any name. */
export function misspeltFieldCode(code: string): string | undefined {
  return (
    closestName(toFieldCode(code), RANKS.keys()) ?? closestName(`VALIDATION_${code}`, RANKS.keys())
  );
}
