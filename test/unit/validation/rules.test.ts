import * as classValidator from 'class-validator';
import { describe, expect, it } from 'vitest';
import { formatCases } from './rule-cases/format.cases';
import { identifierCases } from './rule-cases/identifier.cases';
import { numberAndDateCases } from './rule-cases/number-and-date.cases';
import { placeCases } from './rule-cases/place.cases';
import { presenceCases } from './rule-cases/presence.cases';
import { stringCases } from './rule-cases/string.cases';
import { typeCases } from './rule-cases/type.cases';
import { bodyOf, classWith, fieldErrorsOf } from './support/field-errors-of';

const CASES = [
  ...presenceCases,
  ...typeCases,
  ...numberAndDateCases,
  ...stringCases,
  ...formatCases,
  ...identifierCases,
  ...placeCases,
];

/** Exports that start with a capital and are no rule, or never fail. */
const NO_RULES = new Set([
  'Allow',
  'IsOptional',
  'ValidateIf',
  'ValidatePromise',
  'Validate',
  'ValidateBy',
  'ValidatorConstraint',
  'MetadataStorage',
  'ValidationError',
  'ValidationTypes',
  'Validator',
]);

describe('the table of rules', () => {
  it.each(CASES)('tells of $name, broken by $value: $message', async (ruleCase) => {
    const { decorator, value, rule, code, message, params } = ruleCase;

    const fields = await fieldErrorsOf(bodyOf(classWith(decorator)), { field: value });

    const isMissing = value === null ? { isMissing: true } : {};
    expect(fields).toEqual([
      { path: ['field'], location: 'body', rule, code, params, message, ...isMissing },
    ]);
  });

  it('has a case for every decorator that the installed class-validator exports', () => {
    const exported = Object.entries(classValidator)
      .filter(([name, value]) => /^[A-Z]/.test(name) && typeof value === 'function')
      .map(([name]) => name)
      .filter((name) => !NO_RULES.has(name));
    const covered = new Set(CASES.map(({ name }) => name));

    expect(exported.length).toBeGreaterThan(100);
    expect(exported.filter((name) => !covered.has(name))).toEqual([]);
  });

  it('lists nothing that JSON cannot hold among the parameters', async () => {
    for (const { decorator, value, params } of CASES) {
      const [field] = await fieldErrorsOf(bodyOf(classWith(decorator)), { field: value });
      expect(JSON.parse(JSON.stringify(field?.params))).toEqual(params);
    }
  });
});
