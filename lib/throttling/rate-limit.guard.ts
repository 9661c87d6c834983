import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import type { ProxyAwareRequest } from '../network/is-forwarding-ignored';
import { mostPressing } from './most-pressing';
import { policyHits } from './policy-hits';
import { rateLimitExceeded } from './rate-limit-exceeded';
import {
  exposeRateLimitHeaders,
  type HeaderTarget,
  retryAfterSeconds,
  setRateLimitHeaders,
  setRetryAfter,
} from './rate-limit-headers';
import type { Decision, PolicyHit } from './stores/rate-limit-store';
import { type ResolvedThrottling, THROTTLING } from './throttling.options';
import { isPromise } from './when-all';

/** Marks a request as counted: a guard may stand both before all routes and before one. */
const COUNTED = Symbol.for('nestjs-errors.rate-limit-counted');

interface CountedRequest extends ProxyAwareRequest {
  [COUNTED]?: true;
}

/**
 * Limits how often a client may call a route, by the policies of `throttling` and the decorators of
 * \@nestjs/throttler. It answers at once, without a promise, wherever tracker and store do. What is
 * no HTTP request passes.
 * @throws ApiException RATE_LIMIT_EXCEEDED
 */
@Injectable()
export class RateLimitGuard implements CanActivate {
  constructor(@Inject(THROTTLING) private readonly throttling: ResolvedThrottling | undefined) {}

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    if (this.throttling === undefined || context.getType() !== 'http') return true;
    const { clients, routes } = this.throttling;
    const route = routes.find(context.getClass(), context.getHandler());
    if (route.policies.length === 0) return true;
    const request = context.getArgByIndex<CountedRequest>(0);
    if (request[COUNTED]) return true;
    request[COUNTED] = true;
    const hits = policyHits(route, context, request, clients);
    return isPromise(hits)
      ? hits.then((ready) => this.#consume(ready, context))
      : this.#consume(hits, context);
  }

  #consume(hits: readonly PolicyHit[], context: ExecutionContext): boolean | Promise<boolean> {
    const { clock, store } = this.throttling as ResolvedThrottling;
    const nowMs = clock();
    const decision = store.consume(hits, nowMs);
    return isPromise(decision)
      ? decision.then((ready) => this.#answer(ready, nowMs, context))
      : this.#answer(decision, nowMs, context);
  }

  #answer(decision: Decision, nowMs: number, context: ExecutionContext): true {
    const response = context.getArgByIndex<HeaderTarget>(1);
    const state = mostPressing(decision);
    setRateLimitHeaders(response, state);
    if (context.getArgByIndex<CountedRequest>(0).headers['origin'] !== undefined) {
      exposeRateLimitHeaders(response);
    }
    if (decision.isAllowed) return true;
    const retryAfter = retryAfterSeconds(state.retryAtMs ?? state.resetAtMs, nowMs);
    setRetryAfter(response, retryAfter);
    throw rateLimitExceeded(state, retryAfter);
  }
}
