import type { SureTestFactory } from './sure-test';

/** validator counts a surrogate pair, and what a variation selector follows, as one. */
const AMBIGUOUS = /[\uD800-\uDFFF]|\uFE0E|\uFE0F/;

function length(min: unknown, max: unknown) {
  if (!isSize(min) || !isSize(max)) return undefined;
  // A length never counts for more than its code units, so that a maximum needs no second look.
  const isCounted = min > 0;
  return {
    accepts: (value: unknown) =>
      typeof value === 'string' &&
      value.length >= min &&
      value.length <= max &&
      (!isCounted || !AMBIGUOUS.test(value)),
    refuses: (value: unknown) =>
      typeof value !== 'string' ||
      value.length < min ||
      (value.length > max && !AMBIGUOUS.test(value)),
    source: (value: string) =>
      [
        `typeof ${value} === 'string'`,
        ...(isCounted ? [`${value}.length >= ${min}`] : []),
        ...(max === Infinity ? [] : [`${value}.length <= ${max}`]),
        ...(isCounted ? [`!ambiguous.test(${value})`] : []),
      ].join(' && '),
  };
}

function listSize(operator: '>=' | '<='): SureTestFactory {
  return ([limit]) => {
    if (!isSize(limit)) return undefined;
    return {
      accepts: (value) =>
        Array.isArray(value) && (operator === '>=' ? value.length >= limit : value.length <= limit),
      source: (value) => `isArray(${value}) && ${value}.length ${operator} ${limit}`,
    };
  };
}

/** Rules of lengths. */
export const sizeTests: Readonly<Record<string, SureTestFactory>> = {
  isLength: ([min, max = Infinity]) => length(min, max),
  minLength: ([min]) => length(min, Infinity),
  maxLength: ([max]) => length(0, max),
  arrayMinSize: listSize('>='),
  arrayMaxSize: listSize('<='),
  arrayNotEmpty: () => ({
    accepts: (value) => Array.isArray(value) && value.length > 0,
    source: (value) => `isArray(${value}) && ${value}.length > 0`,
  }),
};

/** What a generated expression may use beside the value. */
export const SIZE_NAMES = { ambiguous: AMBIGUOUS };

function isSize(value: unknown): value is number {
  return typeof value === 'number' && value >= 0;
}
