import type { SureTestFactory } from './sure-test';

/**
 * Narrower than the rules they stand for, and linear: every quantifier is bounded, or followed by
 * what it cannot match itself. Host names without hyphens at their ends, no quotes, no comments.
 */
const EMAIL =
  /^[a-z\d!#$%&*+/=?^_{|}~-]{1,32}(?:\.[a-z\d!#$%&*+/=?^_{|}~-]{1,15})?@(?:[a-z\d]{1,30}(?:-[a-z\d]{1,30})?\.){1,2}[a-z]{2,12}$/i;
const UUID = /^[\da-f]{8}-[\da-f]{4}-[1-5][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/i;
const ISO_8601 =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])(?:T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)?)?$/;

function isNoAddress(value: unknown): boolean {
  return typeof value !== 'string' || !value.includes('@');
}

function pattern(regex: RegExp): SureTestFactory {
  return ([options]) =>
    options === undefined
      ? { accepts: (value) => typeof value === 'string' && regex.test(value) }
      : undefined;
}

/** Rules of formats, where the decorator was given no options. */
export const formatTests: Readonly<Record<string, SureTestFactory>> = {
  isEmail: (constraints) => {
    const test = pattern(EMAIL)(constraints);
    return test && { ...test, refuses: isNoAddress };
  },
  isUuid: pattern(UUID),
  isIso8601: pattern(ISO_8601),
  isDateString: pattern(ISO_8601),
};
