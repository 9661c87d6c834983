import type { PolicyHit } from '../rate-limit-store';
import { isPlain, plainScript } from './lua/plain-script';
import { type Script, scriptOf } from './lua/script';

/** A server keeps every script that it was sent, and limits can be numbers that nobody foresaw. */
const MAX_SCRIPTS = 64;
/** Lua has room for so many variables. */
const MAX_POLICIES = 16;

/** Scripts of their own for policies that are charged together. */
export class PlainScripts {
  readonly #byNumbers = new Map<string, Script>();

  /**
   * Undefined for what only the script of all operations can charge.
   * @param packed the hits as that script reads them: alike for policies that differ in name alone
   */
  for(hits: readonly PolicyHit[], packed: string): Script | undefined {
    if (!areAlike(hits)) return undefined;
    const known = this.#byNumbers.get(packed);
    if (known !== undefined) return known;
    if (this.#byNumbers.size >= MAX_SCRIPTS || hits.length > MAX_POLICIES) return undefined;
    const policies = hits.map(({ policy }) => policy);
    if (!policies.every(isPlain)) return undefined;
    const script = scriptOf(plainScript(policies));
    this.#byNumbers.set(packed, script);
    return script;
  }
}

/** Of one client, and of a cost of 1 each. */
function areAlike(hits: readonly PolicyHit[]): boolean {
  const client = hits[0]?.key;
  for (const { key, cost } of hits) if (key !== client || cost !== 1) return false;
  return client !== undefined;
}
