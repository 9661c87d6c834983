import type { ClassShape } from './class-shape';
import { isPlainObject, UNUSUAL } from './unusual';

type ShapeOf = (target: Function) => ClassShape | undefined;

/**
 * What class-transformer's instanceToPlain() makes of an instance that was built of plain values:
 * a copy without classes.
 * @throws UNUSUAL for values that constructors may have set: class-transformer converts those
 */
export function toPlain(value: unknown, shapeOf: ShapeOf): unknown {
  if (typeof value === 'function') throw UNUSUAL;
  if (typeof value !== 'object' || value === null) return value;
  // Not map(), which makes a list of the same class.
  if (Array.isArray(value)) return Array.from(value, (item) => toPlain(item, shapeOf));
  if (value instanceof Set) return [...value].map((item) => toPlain(item, shapeOf));
  if (value instanceof Date) return new Date(value.valueOf());
  if (!isPlainObject(value)) {
    const shape = shapeOf(value.constructor);
    if (shape === undefined || shape.hasDefaults || shape.asksObjects) throw UNUSUAL;
  }
  const copy: Record<string, unknown> = {};
  for (const [key, member] of Object.entries(value)) copy[key] = toPlain(member, shapeOf);
  return copy;
}
