import type { Constraint, RuleMetadata } from './rule-metadata';

/** What decorators registered: rules, and the constraints behind them. */
export interface CapturedRules {
  readonly rules: readonly RuleMetadata[];
  readonly constraints: readonly Constraint[];
}

interface Registry {
  addValidationMetadata: (this: void, metadata: RuleMetadata) => void;
  addConstraintMetadata: (this: void, metadata: Constraint) => void;
}

/** Runs decorators without letting their storage keep what they register. */
export function captureRules(storage: object, decorate: () => void): CapturedRules {
  const registry = storage as Registry;
  const rules: RuleMetadata[] = [];
  const constraints: Constraint[] = [];
  const { addValidationMetadata, addConstraintMetadata } = registry;
  registry.addValidationMetadata = (metadata) => void rules.push(metadata);
  registry.addConstraintMetadata = (metadata) => void constraints.push(metadata);
  try {
    decorate();
  } finally {
    registry.addValidationMetadata = addValidationMetadata;
    registry.addConstraintMetadata = addConstraintMetadata;
  }
  return { rules, constraints };
}
