import type { Decision, PolicyHit, PolicyState } from '../../rate-limit-store';

/** What the server lends: so many requests are charged already. */
export interface Grant {
  readonly decision: Decision;
  /** 0 where even one is refused. */
  readonly copies: number;
  readonly serverMs: number;
}

/** Requests, all alike, that this process may admit until a time of its own. */
export class Lease {
  /** The loan that is on its way: others wait for it instead of asking for their own. */
  pending: Promise<Grant> | undefined;
  waiting = 0;
  #grant: Grant | undefined;
  #left = 0;
  #expiresAtMs = 0;
  #wanted = 1;

  constructor(readonly hits: readonly PolicyHit[]) {}

  /** Whether requests are charged to the same counts, as much. */
  covers(hits: readonly PolicyHit[]): boolean {
    if (hits.length !== this.hits.length) return false;
    for (let index = 0; index < hits.length; index++) {
      const [hit, own] = [hits[index] as PolicyHit, this.hits[index] as PolicyHit];
      if (hit.key !== own.key || hit.cost !== own.cost) return false;
      if (hit.policy !== own.policy && hit.policy.id !== own.policy.id) return false;
    }
    return true;
  }

  /** Whether requests that it covers have the same limits: they may depend on the request. */
  isFor(hits: readonly PolicyHit[]): boolean {
    for (let index = 0; index < hits.length; index++) {
      const [{ policy }, { policy: own }] = [
        hits[index] as PolicyHit,
        this.hits[index] as PolicyHit,
      ];
      if (policy === own) continue;
      if (own.limit !== policy.limit || own.windowMs !== policy.windowMs) return false;
      if (own.burst !== policy.burst) return false;
    }
    return true;
  }

  isOver(monotonicMs: number): boolean {
    return monotonicMs >= this.#expiresAtMs;
  }

  /** Twice as many as last time if they were too few, else as many as were needed. */
  copiesToBorrow(max: number): number {
    const used = (this.#grant?.copies ?? 0) - this.#left;
    const next = this.#left > 0 ? used : this.#wanted * 2;
    this.#wanted = Math.max(1, Math.min(max, Math.max(next, this.waiting)));
    return this.#wanted;
  }

  /** @param untilMs when the loan ends, by the clock of this process */
  receive(grant: Grant, untilMs: number): void {
    this.#grant = grant;
    this.#left = grant.copies;
    this.#expiresAtMs = untilMs;
  }

  /** Admits one request, if there is one left. */
  spend(hits: readonly PolicyHit[], nowMs: number, monotonicMs: number): Decision | undefined {
    if (this.#left === 0 || this.isOver(monotonicMs)) return undefined;
    this.#left--;
    const { states: granted } = (this.#grant as Grant).decision;
    const states: PolicyState[] = [];
    for (let index = 0; index < hits.length; index++) {
      const { policy, cost } = hits[index] as PolicyHit;
      const { remaining, resetAtMs, retryAtMs } = granted[index] as PolicyState;
      // A shadow that is violated was not charged.
      const unspent = retryAtMs === undefined ? this.#left * cost : 0;
      states.push({
        policy,
        remaining: remaining + unspent,
        resetAtMs: Math.max(nowMs, resetAtMs),
        retryAtMs,
      });
    }
    return { isAllowed: true, states };
  }

  get serverMs(): number {
    return this.#grant?.serverMs ?? 0;
  }

  /** Ends the loan. @returns what is to be given back, each as one hit of all that is left */
  close(): PolicyHit[] {
    const left = this.#left;
    this.#left = 0;
    this.#expiresAtMs = 0;
    if (left === 0) return [];
    const { states } = (this.#grant as Grant).decision;
    return this.hits
      .filter((_, index) => states[index]?.retryAtMs === undefined)
      .map(({ policy, key, cost }) => ({ policy, key, cost: cost * left }));
  }
}
