/**
 * Whether objects and arrays are nested deeper than `maxDepth` levels. Level by level, without
 * recursion, so that a hostile body cannot exhaust the stack; each object is visited once.
 */
export function exceedsDepth(value: unknown, maxDepth: number): boolean {
  let level = isContainer(value) ? [value] : [];
  let visited: Set<object> | undefined;
  for (let depth = 1; level.length > 0; depth++) {
    if (depth > maxDepth) return true;
    const next: object[] = [];
    for (const container of level) {
      // An own key only, and no holes: a sparse array may be far longer than it is full.
      for (const key of Object.keys(container)) {
        const child = (container as Record<string, unknown>)[key];
        if (!isContainer(child)) continue;
        visited ??= new Set();
        if (visited.has(child)) continue;
        visited.add(child);
        next.push(child);
      }
    }
    level = next;
  }
  return false;
}

/** What a parser makes of a request; streams, files and other instances are the server's own. */
function isContainer(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return true;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
