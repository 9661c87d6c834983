import type { Execution } from '../execute/execution';

type PlanOf = Execution['planOf'];

/** Whether a nested property holds bytes, which Nest's pipe reports before any rule runs. */
export function holdsBinary(planOf: PlanOf, object: object): boolean {
  for (const { name, nested } of planOf(object.constructor).properties) {
    if (nested.length === 0) continue;
    if (isOrHolds(planOf, (object as Record<string, unknown>)[name])) return true;
  }
  return false;
}

function isOrHolds(planOf: PlanOf, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return true;
  if (Array.isArray(value)) return anyHolds(planOf, value);
  if (value instanceof Set || value instanceof Map) return anyHolds(planOf, value.values());
  return typeof value.constructor === 'function' && holdsBinary(planOf, value);
}

function anyHolds(planOf: PlanOf, values: Iterable<unknown>): boolean {
  for (const value of values) if (isOrHolds(planOf, value)) return true;
  return false;
}
