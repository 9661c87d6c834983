import type { Execution } from '../execute/execution';

/** Whether a nested property holds bytes, which Nest's pipe reports before any rule runs. */
export function holdsBinary({ planOf }: Pick<Execution, 'planOf'>, object: object): boolean {
  const holds = (value: unknown): boolean => {
    if (typeof value !== 'object' || value === null) return false;
    if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return true;
    if (Array.isArray(value)) return value.some(holds);
    if (value instanceof Set || value instanceof Map) return [...value.values()].some(holds);
    return typeof value.constructor === 'function' && holdsBinary({ planOf }, value);
  };
  return planOf(object.constructor).properties.some(
    ({ name, nested }) => nested.length > 0 && holds((object as Record<string, unknown>)[name]),
  );
}
