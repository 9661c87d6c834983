import type { CompiledPolicy } from '../compiled-policy';
import { currentPolicy } from '../current-policy';
import type { ResolvedThrottling } from '../resolve-throttling';
import type { RatePolicy } from '../stores/rate-limit-store';
import type { LimitTarget } from './limit-target';

/** @throws TypeError if no policy is meant, or it depends on a request that is not given */
export async function targetPolicy(
  { routes }: ResolvedThrottling,
  target: LimitTarget,
): Promise<RatePolicy> {
  const policy = target.route ? ofRoute(routes, target, target.route) : anywhere(routes, target);
  if (policy.fixed !== undefined) return policy.fixed;
  if (target.context !== undefined) return currentPolicy(policy, target.context);
  throw new TypeError(
    `RateLimiter: the limit of "${policy.name}" is a function of the request: give its context.`,
  );
}

function ofRoute(
  routes: ResolvedThrottling['routes'],
  { policy: name }: LimitTarget,
  [controller, method]: NonNullable<LimitTarget['route']>,
): CompiledPolicy {
  const handler = (controller.prototype as Record<string, unknown>)[method];
  if (typeof handler !== 'function') {
    throw new TypeError(`RateLimiter: ${controller.name} has no handler "${method}".`);
  }
  const found = routes.find(controller, handler).policies.find((policy) => policy.name === name);
  if (found) return found;
  throw new TypeError(
    `RateLimiter: no policy "${name}" counts the route ${controller.name}.${method}.`,
  );
}

function anywhere(routes: ResolvedThrottling['routes'], { policy: name }: LimitTarget) {
  const found = [...routes.policies].find((policy) => policy.name === name);
  const scope = found?.scope;
  if (found && scope !== 'route' && scope !== 'controller') return found;
  throw new TypeError(
    found
      ? `RateLimiter: the policy "${name}" counts each ${scope as string} apart: give the route.`
      : `RateLimiter: throttling.policies has no policy "${name}".`,
  );
}
