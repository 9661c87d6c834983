import type { ConstraintInstance, RuleArguments, RuleMetadata } from '../packages/rule-metadata';
import { formatTests } from './format-tests';
import { numberTests } from './number-tests';
import { sizeTests } from './size-tests';
import type { SureTest, SureTestFactory } from './sure-test';
import { valueTests } from './value-tests';

const FACTORIES: ReadonlyMap<string, SureTestFactory> = new Map(
  Object.entries({ ...valueTests, ...numberTests, ...sizeTests, ...formatTests }),
);

/** The quickest test of a built-in rule: our own where there is one, else the decorator's. */
export function sureTestOf(rule: RuleMetadata, instance: ConstraintInstance): SureTest {
  const { name, propertyName, constraints } = rule;
  const own = FACTORIES.get(name as string)?.(constraints ?? []);
  if (own) return own;
  const args = { targetName: '', property: propertyName, object: {}, constraints };
  return { accepts: (value) => instance.validate(value, args as RuleArguments) === true };
}
