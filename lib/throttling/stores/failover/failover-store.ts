import { StandardErrors } from '../../../catalog/standard-errors';
import { withoutStack } from '../../../catalog/without-stack';
import { isPromise } from '../../when-all';
import { memoryStore } from '../memory-store';
import type { Decision, PolicyHit, RateLimitStore } from '../rate-limit-store';
import { requireOperation } from '../require-operation';
import { DenialCache } from './denial-cache';
import { OwedRefunds } from './owed-refunds';
import type { StoreCaller } from './store-caller';

/** What happens to requests while a store fails. */
export type StoreFailureMode = 'local' | 'open' | 'closed';

/** How long a client is told to wait that is refused because the store fails. */
const CLOSED_RETRY_SECONDS = 1;

/**
 * Around a store that answers later: its refusals are remembered, and where it fails something else
 * decides. What answers at once passes as it is.
 */
export class FailoverStore implements RateLimitStore {
  readonly #local = memoryStore();
  /** What the local limiter has charged while the store failed: it also takes it back. */
  readonly #chargedLocally = new WeakSet<PolicyHit>();
  readonly #denials = new DenialCache();
  readonly #owed = new OwedRefunds();

  constructor(
    private readonly store: RateLimitStore,
    private readonly mode: StoreFailureMode,
    private readonly caller: StoreCaller,
  ) {}

  consume(hits: readonly PolicyHit[], nowMs: number): Decision | Promise<Decision> {
    const known = this.#denials.find(hits, nowMs);
    if (known) return known;
    let isFromStore = true;
    const decision = this.caller.call({
      ask: () => this.store.consume(hits, nowMs),
      otherwise: () => {
        isFromStore = false;
        return this.#decideWithout(hits, nowMs);
      },
      onLate: (late) => {
        const charged = chargedOf(hits, late);
        return charged.length > 0 && this.store.refund?.(charged, nowMs, nowMs);
      },
    });
    if (!isPromise(decision)) return decision;
    return decision.then((later) => {
      // What another has refused is none of the store's business once it answers again.
      if (!isFromStore) return later;
      this.#denials.remember(hits, later, nowMs);
      this.#payBack(nowMs);
      return later;
    });
  }

  peek(hits: readonly PolicyHit[], nowMs: number): Decision | Promise<Decision> {
    const peek = requireOperation(this.store, 'peek');
    return this.caller.call({
      ask: () => peek(hits, nowMs),
      otherwise: () => this.#local.peek(hits, nowMs),
    });
  }

  penalize(hits: readonly PolicyHit[], nowMs: number): void | Promise<void> {
    const penalize = requireOperation(this.store, 'penalize');
    return this.caller.call({
      ask: () => penalize(hits, nowMs),
      otherwise: () => this.#local.penalize(hits, nowMs),
    });
  }

  refund(hits: readonly PolicyHit[], chargedAtMs: number, nowMs: number): void | Promise<void> {
    const local = hits.filter((hit) => this.#chargedLocally.has(hit));
    if (local.length > 0) this.#local.refund(local, chargedAtMs, nowMs);
    const distant = hits.filter((hit) => !this.#chargedLocally.has(hit));
    if (distant.length === 0) return undefined;
    const refund = requireOperation(this.store, 'refund');
    this.#denials.forget(distant);
    let wasAsked = false;
    return this.caller.call({
      ask: () => {
        wasAsked = true;
        return refund(distant, chargedAtMs, nowMs);
      },
      otherwise: () => this.#owed.add(distant, chargedAtMs, wasAsked),
    });
  }

  /** What could not be given back while the store failed. Nobody waits for it. */
  #payBack(nowMs: number): void {
    for (const { hits, chargedAtMs } of this.#owed.take()) {
      const refunded = this.refund(hits, chargedAtMs, nowMs);
      if (isPromise(refunded)) refunded.then(undefined, () => undefined);
    }
  }

  /** In both, so that it also holds while the store fails. */
  block(hits: readonly PolicyHit[], blockMs: number, nowMs: number): void | Promise<void> {
    this.#denials.forget(hits);
    this.#local.block(hits, blockMs, nowMs);
    return this.caller.insist(requireOperation(this.store, 'block')(hits, blockMs, nowMs));
  }

  reset(hits: readonly PolicyHit[]): void | Promise<void> {
    this.#denials.forget(hits);
    this.#local.reset(hits);
    return this.caller.insist(requireOperation(this.store, 'reset')(hits));
  }

  /** Never rejects: what it cannot give back returns by itself. */
  async release(): Promise<void> {
    await Promise.resolve(this.caller.insist(this.store.release?.())).catch(() => undefined);
  }

  /** @throws ApiException SERVICE_UNAVAILABLE in the mode `closed` */
  #decideWithout(hits: readonly PolicyHit[], nowMs: number): Decision {
    if (this.mode === 'open') return { isAllowed: true, states: [] };
    if (this.mode === 'closed') {
      const options = { retryAfterSeconds: CLOSED_RETRY_SECONDS };
      throw withoutStack(() => StandardErrors.SERVICE_UNAVAILABLE(undefined, options));
    }
    for (const hit of hits) this.#chargedLocally.add(hit);
    return this.#local.consume(hits, nowMs);
  }
}

/** A late answer's charges belong to nobody: somebody else has decided. A violated shadow has none. */
function chargedOf(hits: readonly PolicyHit[], { isAllowed, states }: Decision): PolicyHit[] {
  if (!isAllowed) return [];
  return hits.filter((_, index) => states[index]?.retryAtMs === undefined);
}
