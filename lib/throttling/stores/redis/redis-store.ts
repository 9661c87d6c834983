import type { Decision, PolicyHit, RateLimitStore } from '../rate-limit-store';
import { Charges } from './charges';
import { LeasingStore } from './leases/leasing-store';
import type { Grant } from './leases/lease';
import { connectionOf, type RedisClient } from './redis-client';
import {
  type RedisStoreOptions,
  type ResolvedRedisStoreOptions,
  resolveRedisStoreOptions,
} from './redis-store.options';
import type { ScriptTarget } from './run-script';
import { runOnHits, type ScriptContext, type ScriptRequest } from './script-hits';
import { PlainScripts } from './plain-scripts';
import { slotGroups } from './slot-groups';
import { StoreKeys } from './store-keys';
import { copiesOf, serverMsOf, toDecision } from './to-decision';

/**
 * Counts in Redis or Valkey, by the server's clock: all policies of a request in one round trip.
 * Every process that uses the server counts together.
 * @param client of ioredis, iovalkey or node-redis: of a server, a Cluster or behind Sentinel. The
 * application connects and closes it.
 * @throws TypeError if the client is none of these, or an option is unknown or wrong
 * @example
 * ErrorsModule.forRoot({ throttling: { store: redisStore(new Redis()) } });
 */
export function redisStore(client: RedisClient, options: RedisStoreOptions = {}): RateLimitStore {
  const resolved = resolveRedisStoreOptions(options);
  const store = new RedisStore({ connection: connectionOf(client) }, resolved);
  return resolved.leaseMs === 0 ? store : new LeasingStore(store, resolved);
}

/** What `redisStore()` returns. A failure of the server is a rejection: the guard deals with it. */
export class RedisStore implements RateLimitStore {
  readonly #context: ScriptContext;

  constructor(target: ScriptTarget, { keyPrefix, inFlightMs }: ResolvedRedisStoreOptions) {
    const keys = new StoreKeys(keyPrefix);
    const plainScripts = new PlainScripts();
    this.#context = { target, keys, plainScripts, charges: new Charges(), inFlightMs };
  }

  async consume(hits: readonly PolicyHit[], nowMs: number): Promise<Decision> {
    const groups = this.#groupsOf(hits);
    if (groups.length > 1) return this.#consumeApart(groups, hits, nowMs);
    return this.#decide({ operation: 'consume', hits, nowMs });
  }

  /** Charges up to so many requests like this one, together; they may be admitted later. */
  async lease(hits: readonly PolicyHit[], copies: number, nowMs: number): Promise<Grant> {
    const reply = await runOnHits(this.#context, { operation: 'lease', hits, copies, nowMs });
    const decision = toDecision(reply, hits, nowMs);
    return { decision, copies: copiesOf(reply), serverMs: serverMsOf(reply) };
  }

  /** Tells when hits were charged that a lease has admitted, so that they can be given back. */
  recordCharges(hits: readonly PolicyHit[], serverMs: number): void {
    this.#context.charges.record(hits, serverMs);
  }

  async peek(hits: readonly PolicyHit[], nowMs: number): Promise<Decision> {
    const decisions = await Promise.all(
      this.#groupsOf(hits).map((group) => this.#decide({ operation: 'peek', hits: group, nowMs })),
    );
    return joined(decisions, hits);
  }

  penalize(hits: readonly PolicyHit[], nowMs: number): Promise<void> {
    return this.#change({ operation: 'penalize', hits, nowMs });
  }

  refund(hits: readonly PolicyHit[], chargedAtMs: number, nowMs: number): Promise<void> {
    return this.#change({ operation: 'refund', hits, nowMs, chargedAtMs });
  }

  block(hits: readonly PolicyHit[], blockMs: number, nowMs: number): Promise<void> {
    return this.#change({ operation: 'block', hits, nowMs, blockForMs: blockMs });
  }

  reset(hits: readonly PolicyHit[]): Promise<void> {
    return this.#change({ operation: 'reset', hits, nowMs: Date.now() });
  }

  /** In a cluster, hits with trackers of their own lie on several nodes. */
  #groupsOf(hits: readonly PolicyHit[]): readonly (readonly PolicyHit[])[] {
    return this.#context.target.connection.isCluster ? slotGroups(hits) : [hits];
  }

  async #decide(request: ScriptRequest): Promise<Decision> {
    const reply = await runOnHits(this.#context, request);
    const decision = toDecision(reply, request.hits, request.nowMs);
    if (request.operation !== 'peek' && copiesOf(reply) > 0) {
      this.#context.charges.record(request.hits, serverMsOf(reply));
    }
    return decision;
  }

  async #change(request: ScriptRequest): Promise<void> {
    if (request.hits.length === 0) return;
    const ask = async (hits: readonly PolicyHit[]) => {
      const reply = await runOnHits(this.#context, { ...request, hits });
      if (request.operation === 'penalize') this.#context.charges.record(hits, serverMsOf(reply));
      if (request.operation === 'refund') this.#context.charges.forgetEntries(hits);
    };
    await Promise.all(this.#groupsOf(request.hits).map(ask));
  }

  /** No script reaches two nodes: where one of them refuses, the others give back. */
  async #consumeApart(
    groups: readonly (readonly PolicyHit[])[],
    hits: readonly PolicyHit[],
    nowMs: number,
  ): Promise<Decision> {
    const answers = await Promise.allSettled(
      groups.map((group) => this.#decide({ operation: 'consume', hits: group, nowMs })),
    );
    const decisions = answers.map((answer) =>
      answer.status === 'fulfilled' ? answer.value : undefined,
    );
    if (decisions.every((decision) => decision?.isAllowed)) {
      return joined(decisions as Decision[], hits);
    }
    const settled = groups.map(async (group, index) => {
      const decision = decisions[index];
      if (!decision?.isAllowed) return decision;
      const charged = group.filter((_, at) => decision.states[at]?.retryAtMs === undefined);
      await this.#change({ operation: 'refund', hits: charged, nowMs, chargedAtMs: nowMs });
      return this.#decide({ operation: 'peek', hits: group, nowMs });
    });
    const after = await Promise.all(settled);
    const failure = answers.find((answer) => answer.status === 'rejected');
    if (failure) throw failure.reason as Error;
    return { ...joined(after as Decision[], hits), isAllowed: false };
  }
}

/** The states of all groups, in the order of the hits. */
function joined(decisions: readonly Decision[], hits: readonly PolicyHit[]): Decision {
  const states = new Map(
    decisions.flatMap((decision) => decision.states).map((state) => [state.policy, state] as const),
  );
  return {
    isAllowed: decisions.every(({ isAllowed }) => isAllowed),
    states: hits.flatMap(({ policy }) => states.get(policy) ?? []),
  };
}
