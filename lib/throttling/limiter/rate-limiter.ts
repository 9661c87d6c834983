import { Inject, Injectable } from '@nestjs/common';
import { checkedInteger } from '../checked-integer';
import { retryAfterSeconds } from '../headers/seconds';
import { type ResolvedThrottling, THROTTLING } from '../resolve-throttling';
import type { Decision, PolicyHit, PolicyState, RateLimitStore } from '../stores/rate-limit-store';
import { requireOperation } from '../stores/require-operation';
import type { LimitStatus, LimitTarget } from './limit-target';
import { targetPolicy } from './target-policy';

/**
 * The limits of the guard, for code of the application: jobs, sockets, logins and support desks.
 * @throws TypeError from every method, if no policy is meant or the store lacks the operation
 * @example
 * const { isAllowed } = await limiter.consume({ policy: 'emails', client: userId });
 */
@Injectable()
export class RateLimiter {
  constructor(@Inject(THROTTLING) private readonly throttling: ResolvedThrottling | undefined) {}

  /** Charges a client, as a request does, unless the policy refuses it. @param cost from 0 on */
  async consume(target: LimitTarget, cost = 1): Promise<LimitStatus> {
    const hits = [await this.#hit(target, cost)];
    return this.#statusOf(await this.#store.consume(hits, this.#now()));
  }

  /** What `consume` would say, without charging. */
  async peek(target: LimitTarget, cost = 1): Promise<LimitStatus> {
    const hits = [await this.#hit(target, cost)];
    return this.#statusOf(await requireOperation(this.#store, 'peek')(hits, this.#now()));
  }

  /** Forgets what a client has used, and lifts its block. */
  async reset(target: LimitTarget): Promise<void> {
    await requireOperation(this.#store, 'reset')([await this.#hit(target, 1)]);
  }

  /** Refuses a client for so long, whatever it has left. */
  async block(target: LimitTarget, forMs: number): Promise<void> {
    checkedInteger('RateLimiter.block: forMs', forMs, 1);
    const hits = [await this.#hit(target, 1)];
    await requireOperation(this.#store, 'block')(hits, forMs, this.#now());
  }

  /** Gives credits back, as far as they were used. */
  async reward(target: LimitTarget, credits = 1): Promise<void> {
    const hits = [await this.#hit(target, credits)];
    const nowMs = this.#now();
    await requireOperation(this.#store, 'refund')(hits, nowMs, nowMs);
  }

  /** Takes credits, also such as the client does not have. */
  async penalty(target: LimitTarget, credits = 1): Promise<void> {
    const hits = [await this.#hit(target, credits)];
    await requireOperation(this.#store, 'penalize')(hits, this.#now());
  }

  /** Where a client stands with every policy whose limit does not depend on the request. */
  async list(client: string): Promise<readonly LimitStatus[]> {
    const { routes, clients } = this.#resolved;
    const key = clients.keyOfClient(client);
    const hits = [...routes.policies].flatMap(({ fixed: policy }) =>
      policy === undefined ? [] : { policy, key, cost: 1 },
    );
    const nowMs = this.#now();
    const { states } = await requireOperation(this.#store, 'peek')(hits, nowMs);
    return states.map((state) => toStatus(state, nowMs));
  }

  get #resolved(): ResolvedThrottling {
    if (this.throttling) return this.throttling;
    throw new TypeError('RateLimiter: throttling is off in ErrorsModule.forRoot().');
  }

  get #store(): RateLimitStore {
    return this.#resolved.store;
  }

  #now(): number {
    return this.#resolved.clock();
  }

  async #hit(target: LimitTarget, cost: number): Promise<PolicyHit> {
    const policy = await targetPolicy(this.#resolved, target);
    if (policy.algorithm === 'concurrency') {
      throw new TypeError(`RateLimiter: "${policy.name}" counts requests in flight, not credits.`);
    }
    const key = this.#resolved.clients.keyOfClient(target.client);
    return { policy, key, cost: checkedInteger('RateLimiter: the cost', cost, 0) };
  }

  /** Where a store fails and everything passes, nobody knows more. */
  #statusOf({ isAllowed, states }: Decision): LimitStatus {
    const [state] = states;
    if (state) return { ...toStatus(state, this.#now()), isAllowed };
    throw new TypeError('RateLimiter: the store has failed.');
  }
}

function toStatus({ policy, ...state }: PolicyState, nowMs: number): LimitStatus {
  const { remaining, resetAtMs, retryAtMs } = state;
  return {
    isAllowed: retryAtMs === undefined,
    policy: policy.name,
    id: policy.id,
    limit: policy.burst,
    ...{ remaining, resetAtMs, retryAtMs },
    retryAfterSeconds: retryAtMs === undefined ? 0 : retryAfterSeconds(retryAtMs, nowMs),
  };
}
