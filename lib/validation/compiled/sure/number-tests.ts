import { exact, type SureTestFactory } from './sure-test';

const integer = exact({
  accepts: Number.isInteger,
  source: (value) => `isInteger(${value})`,
});
const finite = exact({ accepts: Number.isFinite, source: (value) => `isFinite(${value})` });

function bound(
  operator: '>=' | '<=',
  isWithin: (value: number, limit: number) => boolean,
): SureTestFactory {
  return ([limit]) => {
    if (typeof limit !== 'number' || Number.isNaN(limit)) return undefined;
    return exact({
      accepts: (value) => typeof value === 'number' && isWithin(value, limit),
      source: (value) => `typeof ${value} === 'number' && ${value} ${operator} ${limit}`,
    });
  };
}

/** Rules of numbers. */
export const numberTests: Readonly<Record<string, SureTestFactory>> = {
  isInt: () => integer,
  isNumber: ([options]) => (isEmptyObject(options) ? finite : undefined),
  min: bound('>=', (value, limit) => value >= limit),
  max: bound('<=', (value, limit) => value <= limit),
  isPositive: () => ({
    accepts: (value) => typeof value === 'number' && value > 0,
    source: (value) => `typeof ${value} === 'number' && ${value} > 0`,
  }),
};

function isEmptyObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
