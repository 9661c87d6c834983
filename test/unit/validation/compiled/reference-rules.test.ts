import 'reflect-metadata';
import * as classValidator from 'class-validator';
import { describe, expect, it } from 'vitest';
import type {
  RuleMetadata,
  ValidatorStorage,
} from '../../../../lib/validation/compiled/packages/rule-metadata';
import { ReferenceRules } from '../../../../lib/validation/compiled/sure/reference-rules';

const storage = classValidator.getMetadataStorage() as unknown as ValidatorStorage;
const exported = classValidator as unknown as Readonly<Record<string, unknown>>;

const rule = (constraints: readonly unknown[]) =>
  ({ propertyName: 'field', constraints }) as unknown as RuleMetadata;

describe('reference rules', () => {
  it('are made once for constraints that are one, and anew for those that may change', () => {
    const references = new ReferenceRules(storage, exported);
    const made = (key: string, constraints: readonly unknown[]) =>
      references.of(key, rule(constraints));

    expect(made('min', [1])).toBe(made('min', [1]));
    expect(made('min', [1])).not.toBe(made('min', ['1']));
    expect(made('isIn', [['a']])).not.toBe(made('isIn', [['a']]));
    // Two symbols may look alike.
    expect(made('equals', [Symbol('x')])).not.toBe(made('equals', [Symbol('x')]));
  });

  it('of a thousand kinds are forgotten before there are more', () => {
    const references = new ReferenceRules(storage, exported);
    const first = references.of('min', rule([0]));
    for (let bound = 1; bound < 1_000; bound++) references.of('min', rule([bound]));
    expect(references.of('min', rule([0]))).toBe(first);
    references.of('min', rule([1_000]));
    expect(references.of('min', rule([0]))).not.toBe(first);
  });

  it('are there for the decorators of the installed release alone', () => {
    const { IsISO31661Numeric: _, ...older } = exported;
    const references = new ReferenceRules(storage, older);
    expect(references.of('isISO31661Numeric', rule([]))).toBeUndefined();
    expect(references.of('isISO31661Alpha2', rule([]))).toBeDefined();
    expect(references.of('isOurs', rule([]))).toBeUndefined();
  });
});
