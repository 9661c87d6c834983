import type { PropertyPlan } from './class-plan';

/** Why only running the rules of a property can tell whether it is valid. */
export function uncertaintyOf(plan: Omit<PropertyPlan, 'uncertainty'>): string | undefined {
  if (plan.conditions.length > 0 && !plan.isOptional) return 'has a condition (@ValidateIf)';
  if (plan.awaits) return 'may hold a promise (@ValidatePromise)';
  const rules = [...plan.defined, ...plan.custom];
  const conditional = rules.find(({ metadata }) => metadata.validateIf);
  if (conditional) return `has a rule with the option validateIf (${nameOf(conditional)})`;
  // Whitelisting a nested object comes after it: members that go are still counted.
  const counting = rules.find(({ metadata }) => metadata.name === 'isNotEmptyObject');
  if (counting && plan.nested.length > 0) return 'has a rule that counts members of what it nests';
  const own = rules.find(({ builtIn }) => builtIn === undefined);
  return own && `has a rule of the application (${nameOf(own)})`;
}

function nameOf({ metadata }: { metadata: PropertyPlan['nested'][number] }): string {
  return metadata.name || metadata.constraintCls?.name || metadata.type;
}
