import type { ClassRegistry } from './class-registry';
import type { ExecutionOptions } from './execute/execution';
import { canGenerate } from './generate/can-generate';
import { isCertain } from './generate/is-certain';
import type { PropertyPlan } from './plan/class-plan';

/** How values are validated, from the fastest: each way gives the libraries' exact results. */
export type ValidationTier = 'generated' | 'plan' | 'library';

/** How one property is validated. */
export interface PropertyExplanation {
  readonly name: string;
  readonly tier: ValidationTier;
  /** Why no faster tier can. */
  readonly reason?: string;
}

/** How a class is validated, and what stands in the way of the fastest tier. */
export interface ValidationExplanation {
  /** The class's name. */
  readonly target: string;
  /**
   * `generated`: code made for the class builds and accepts its instances; `plan`: its rules are
   * run one by one; `library`: class-transformer and class-validator do all.
   */
  readonly tier: ValidationTier;
  readonly reason?: string;
  readonly properties: readonly PropertyExplanation[];
}

/** Explains a class whose rules are planned. */
export function explainClass(
  target: Function,
  parts: { readonly classes: ClassRegistry; readonly execution: ExecutionOptions },
): ValidationExplanation {
  const plan = parts.classes.planOf(target);
  const properties = plan.properties.map((property) => explainProperty(target, property, parts));
  const told = (reason: string | undefined): ValidationExplanation => ({
    target: target.name,
    ...(reason === undefined ? { tier: 'generated' } : { tier: 'plan', reason }),
    properties,
  });
  if (!canGenerate()) return told('code generation is forbidden in this process');
  if (plan.failure) return told(`class-validator throws: ${plan.failure.message}`);
  const shape = parts.classes.shapeOrReason(target);
  if (typeof shape === 'string') return told(`class-transformer builds it: it ${shape}`);
  const uncertain = properties.find(({ reason }) => reason !== undefined);
  if (uncertain) return told(`${uncertain.name} ${uncertain.reason}`);
  return told(isCertain(target, parts) ? undefined : 'it has no rules (forbidUnknownValues)');
}

function explainProperty(
  target: Function,
  { name, nested, uncertainty }: PropertyPlan,
  parts: Parameters<typeof explainClass>[1],
): PropertyExplanation {
  const declared = nested.length > 0 ? parts.classes.declaredType(target, name) : undefined;
  const isNestedCertain = typeof declared !== 'function' || isCertain(declared, parts);
  const reason =
    uncertainty ?? (isNestedCertain ? undefined : 'holds a class whose rules have to be run');
  if (reason !== undefined) return { name, tier: 'plan', reason };
  return { name, tier: canGenerate() ? 'generated' : 'plan' };
}
