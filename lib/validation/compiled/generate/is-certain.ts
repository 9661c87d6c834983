import type { ClassRegistry } from '../class-registry';
import type { ExecutionOptions } from '../execute/execution';

/** Where the rules of a class, and of all classes in it, can be told without running them. */
export function isCertain(
  target: Function,
  { classes, execution }: { classes: ClassRegistry; execution: ExecutionOptions },
  seen = new Set<Function>(),
): boolean {
  if (seen.has(target)) return true;
  seen.add(target);
  const plan = classes.planOf(target);
  if (plan.failure) return false;
  if (execution.forbidUnknownValues && !plan.hasRules) return false;
  return plan.properties.every((property) => {
    if (property.uncertainty !== undefined) return false;
    if (property.nested.length === 0) return true;
    const nested = classes.declaredType(target, property.name);
    return typeof nested !== 'function' || isCertain(nested, { classes, execution }, seen);
  });
}
