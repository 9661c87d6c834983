/** What generated code asks of instances. */
export const INSTANCE_CHECKS = { hasKeys, isCollection, isFilled };

function hasKeys(built: object, initial: readonly string[]): boolean {
  const keys = Object.keys(built);
  return keys.length === initial.length && keys.every((key, index) => key === initial[index]);
}

function isCollection(value: unknown): boolean {
  return value instanceof Set || value instanceof Map;
}

/** Whether it is an object that may hold members, or a list of such. */
function isFilled(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return !Array.isArray(value) || value.length > 0;
}
