import { exact, type SureTest, type SureTestFactory } from './sure-test';

function always(test: SureTest): SureTestFactory {
  const made = exact(test);
  return () => made;
}

/** Rules of any value. */
export const valueTests: Readonly<Record<string, SureTestFactory>> = {
  isString: always({
    accepts: (value) => typeof value === 'string',
    source: (value) => `typeof ${value} === 'string'`,
  }),
  isBoolean: always({
    accepts: (value) => typeof value === 'boolean',
    source: (value) => `typeof ${value} === 'boolean'`,
  }),
  isArray: always({
    accepts: Array.isArray,
    source: (value) => `isArray(${value})`,
  }),
  isDefined: always({
    accepts: (value) => value !== undefined && value !== null,
    source: (value) => `${value} !== undefined && ${value} !== null`,
  }),
  isNotEmpty: always({
    accepts: (value) => value !== '' && value !== undefined && value !== null,
    source: (value) => `${value} !== '' && ${value} !== undefined && ${value} !== null`,
  }),
  isNotBlank: always({ accepts: (value) => typeof value === 'string' && /\S/.test(value) }),
  isDate: () => ({ accepts: (value) => value instanceof Date && !Number.isNaN(value.getTime()) }),
  equals: ([expected]) => ({ accepts: (value) => value === expected }),
  notEquals: ([forbidden]) => ({ accepts: (value) => value !== forbidden }),
  isIn: ([values]) => {
    if (!Array.isArray(values)) return undefined;
    return { accepts: (value) => values.includes(value) && !Number.isNaN(value) };
  },
};
