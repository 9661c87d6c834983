/** What a hit always has, in this order, as an array of JSON: it decodes in half an object's time. */
export const FIELDS = [
  ...(['algorithm', 'cost', 'limit', 'windowMs', 'burst'] as const),
  ...(['isShadow', 'blockMs', 'blockFactor', 'blockMaxMs'] as const),
] as const;

/** Lua counts from 1. The rest follows as an object, for hits that have more. */
const POSITIONS = new Map<string, number>(FIELDS.map((name, index) => [name, index + 1]));
const REST = FIELDS.length + 1;

/** `hit.limit` becomes `hit[3]`, and `hit.period`, which not all have, `hit[10].period`. */
export function compileFields(lua: string): string {
  return lua.replace(/\b(hit|policy)\.(\w+)/g, (_, owner: string, name: string) => {
    const position = POSITIONS.get(name);
    return position === undefined ? `${owner}[${REST}].${name}` : `${owner}[${position}]`;
  });
}
