import type { ValidatorPackage } from '../../class-rules/load-packages';
import { captureRules } from '../packages/capture-rules';
import type { RuleMetadata, ValidatorStorage } from '../packages/rule-metadata';
import { newProbe } from '../packages/probe-class';

/** Tells the condition of `@IsOptional()` from those of `@ValidateIf()`. */
export function optionalCondition(
  validator: ValidatorPackage,
  storage: ValidatorStorage,
): (rule: RuleMetadata) => boolean {
  const { IsOptional } = validator as unknown as { IsOptional: () => PropertyDecorator };
  const Probe = newProbe();
  const { rules } = captureRules(storage, () => IsOptional()(Probe.prototype, 'probe'));
  const reference = String(rules[0]?.constraints?.[0]);
  return ({ name, constraints }) => name === 'isOptional' && String(constraints?.[0]) === reference;
}
