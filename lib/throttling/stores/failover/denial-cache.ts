import type { Decision, PolicyHit, PolicyState } from '../rate-limit-store';

interface Denial {
  readonly cost: number;
  readonly limit: number;
  readonly burst: number;
  readonly sinceMs: number;
  readonly state: PolicyState;
}

const MAX_DENIALS = 20_000;

/**
 * Remembers whom a distant store refuses, until the time at which it told them to return: a client
 * that does not wait costs no trip. Requests in flight are not remembered, as they may end any time.
 */
export class DenialCache {
  readonly #denials = new Map<string, Denial>();

  /** The refusal of a request that is known to be refused. */
  find(hits: readonly PolicyHit[], nowMs: number): Decision | undefined {
    if (this.#denials.size === 0) return undefined;
    const states: PolicyState[] = [];
    for (const hit of hits) {
      const denial = this.#denials.get(idOf(hit));
      if (denial === undefined || hit.policy.isShadow) continue;
      const { cost, limit, burst, sinceMs, state } = denial;
      const hasPassed = nowMs >= (state.retryAtMs as number) || nowMs < sinceMs;
      const isRaised = hit.policy.limit > limit || hit.policy.burst > burst;
      if (hasPassed || isRaised) this.#denials.delete(idOf(hit));
      else if (hit.cost >= cost) states.push({ ...state, policy: hit.policy });
    }
    return states.length === 0 ? undefined : { isAllowed: false, states };
  }

  remember(hits: readonly PolicyHit[], { isAllowed, states }: Decision, nowMs: number): void {
    if (isAllowed) return;
    for (const [index, hit] of hits.entries()) {
      const state = states[index];
      if (state?.retryAtMs === undefined) continue;
      if (hit.policy.isShadow || hit.policy.algorithm === 'concurrency') continue;
      if (this.#denials.size >= MAX_DENIALS) this.#forgetOldest();
      const { limit, burst } = hit.policy;
      this.#denials.set(idOf(hit), { cost: hit.cost, limit, burst, sinceMs: nowMs, state });
    }
  }

  /** What was given back, lifted or changed is to be asked anew. */
  forget(hits: readonly PolicyHit[]): void {
    if (this.#denials.size === 0) return;
    for (const hit of hits) this.#denials.delete(idOf(hit));
  }

  #forgetOldest(): void {
    for (const id of this.#denials.keys()) {
      this.#denials.delete(id);
      return;
    }
  }
}

/** No policy id ends in the separator's line break. */
function idOf({ policy, key }: PolicyHit): string {
  return `${policy.id}\n${key}`;
}
