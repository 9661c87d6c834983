import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { traceOf } from '../tracing/request-trace';
import { answerDecision } from './answer-decision';
import type { ThrottledRequest } from './exemptions';
import type { ThrottledResponse } from './on-response-end';
import { policyHits } from './policy-hits';
import { type ResolvedThrottling, THROTTLING } from './resolve-throttling';
import type { CompiledRoute } from './route-table';
import { settleAtEnd } from './settle-hits';
import type { Decision, PolicyHit } from './stores/rate-limit-store';
import { isPromise } from './when-all';

/** Marks a request as counted: a guard may stand both before all routes and before one. */
const COUNTED = Symbol.for('nestjs-errors.rate-limit-counted');

interface Countable {
  [COUNTED]?: true;
}

/**
 * Limits how often a client may call a route, by the policies of `throttling` and the decorators of
 * \@nestjs/throttler. It answers at once, without a promise, wherever tracker and store do. What is
 * no HTTP request passes.
 * @throws ApiException RATE_LIMIT_EXCEEDED; PERMISSION_DENIED for a client of the deny list
 */
@Injectable()
export class RateLimitGuard implements CanActivate {
  constructor(@Inject(THROTTLING) private readonly throttling: ResolvedThrottling | undefined) {}

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    if (this.throttling === undefined || context.getType() !== 'http') return true;
    const { routes, exemptions } = this.throttling;
    const route = routes.find(context.getClass(), context.getHandler());
    if (route.policies.length === 0) return true;
    const request = context.getArgByIndex<ThrottledRequest & Countable>(0);
    // Up to Node 22, a property that is added to Express's request itself costs microseconds.
    const countable = (traceOf(request) ?? request) as Countable;
    if (countable[COUNTED]) return true;
    countable[COUNTED] = true;
    const isExempt = exemptions?.(context) ?? false;
    if (!isPromise(isExempt)) return isExempt || this.#count(route, request, context);
    return isExempt.then((is) => is || this.#count(route, request, context));
  }

  #count(
    route: CompiledRoute,
    request: ThrottledRequest,
    context: ExecutionContext,
  ): boolean | Promise<boolean> {
    const { clients } = this.throttling as ResolvedThrottling;
    const hits = policyHits(route, context, request, clients);
    return isPromise(hits)
      ? hits.then((ready) => this.#consume(route, ready, context))
      : this.#consume(route, hits, context);
  }

  #consume(
    route: CompiledRoute,
    hits: readonly PolicyHit[],
    context: ExecutionContext,
  ): boolean | Promise<boolean> {
    if (hits.length === 0) return true;
    const throttling = this.throttling as ResolvedThrottling;
    const nowMs = throttling.clock();
    const answer = (decision: Decision) => {
      if (decision.isAllowed && route.isSettled) {
        const response = context.getArgByIndex<ThrottledResponse>(1);
        settleAtEnd(route, hits, decision, response, throttling, nowMs);
      }
      return answerDecision(throttling, hits, decision, nowMs, context);
    };
    const decision = throttling.store.consume(hits, nowMs);
    return isPromise(decision) ? decision.then(answer) : answer(decision);
  }
}
