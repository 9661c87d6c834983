import { checkUsual } from './check-usual';

const CONVERSIONS: ReadonlyMap<unknown, (value: unknown) => unknown> = new Map<
  unknown,
  (value: unknown) => unknown
>([
  // An object without a prototype throws here, as it does in class-transformer.
  [String, String],
  [Number, Number],
  [Boolean, Boolean],
  [Date, (value) => new Date(value as string)],
]);

/** Whether class-transformer converts to this type by calling it. */
export function isScalarType(target: unknown): boolean {
  return CONVERSIONS.has(target);
}

/** A value that is no list, as class-transformer converts it: null and undefined stay. */
export function convertScalar(
  target: unknown,
  value: unknown,
  level: number,
  maxDepth: number,
): unknown {
  if (value === null || value === undefined) return value;
  checkUsual(value, level, maxDepth);
  return CONVERSIONS.get(target)?.(value);
}
