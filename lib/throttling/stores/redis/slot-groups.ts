import type { PolicyHit } from '../rate-limit-store';

/** Hits by their keys: what has one key has one hash slot. Nearly always there is one group. */
export function slotGroups(hits: readonly PolicyHit[]): readonly (readonly PolicyHit[])[] {
  const [first] = hits;
  if (hits.every(({ key }) => key === first?.key)) return [hits];
  const groups = new Map<string, PolicyHit[]>();
  for (const hit of hits) {
    const group = groups.get(hit.key);
    if (group) group.push(hit);
    else groups.set(hit.key, [hit]);
  }
  return [...groups.values()];
}
