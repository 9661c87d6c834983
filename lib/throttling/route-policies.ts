import { type ConfiguredPolicy, unconfiguredPolicy } from './configured-policy';
import { checkGroups, checkSkipNames, checkTarget, listed } from './route-checks';
import {
  isSkipped,
  type Resolvable,
  routeCost,
  routeGroups,
  skipNames,
  type ThrottleEntry,
  throttleEntry,
  throttleNames,
} from './throttle-metadata';
import { checkedUnlessFunction } from './value-checks';

/** One policy of one route: its own decorators merged over the configured policy. */
export interface RoutePolicy extends ConfiguredPolicy {
  readonly limit: Resolvable<number>;
  readonly windowMs: Resolvable<number>;
  /** Undefined where `block` says it. */
  readonly blockMs: Resolvable<number> | undefined;
  readonly getTracker: ThrottleEntry['getTracker'];
}

/**
 * The policies of a handler in a controller, which may have inherited it.
 * @throws TypeError if a decorator names an unknown policy or gives a wrong value
 */
export function routePolicies(
  controller: Function,
  handler: Function,
  configured: readonly ConfiguredPolicy[],
): RoutePolicy[] {
  const route = `${controller.name}.${handler.name}`;
  const groups = routeGroups(handler, controller);
  checkGroups(route, groups, configured);
  const decorated = throttleNames(handler, controller);
  for (const name of decorated) checkTarget(route, name, groups, configured);
  const names = new Set([
    ...configured.filter(({ scope }) => covers(scope, groups)).map(({ name }) => name),
    ...decorated,
  ]);
  const skipped = skipNames(handler, controller);
  checkSkipNames(route, skipped, configured, decorated);
  const cost = routeCost(handler, controller);
  return [...names]
    .filter((name) => !isSkipped(name, handler, controller))
    .map((name) => mergePolicy(route, name, throttleEntry(name, handler, controller), configured))
    .map((policy) => (cost === undefined ? policy : { ...policy, cost }));
}

function covers(scope: ConfiguredPolicy['scope'], groups: readonly string[]): boolean {
  return typeof scope === 'string' ? scope !== 'manual' : groups.includes(scope.group);
}

function mergePolicy(
  route: string,
  name: string,
  entry: ThrottleEntry,
  configured: readonly ConfiguredPolicy[],
): RoutePolicy {
  const base = configured.find((policy) => policy.name === name) ?? unconfiguredPolicy(name);
  const limit = entry.limit ?? base.limit;
  const windowMs = entry.ttl ?? base.windowMs;
  if (limit === undefined || windowMs === undefined) {
    throw new TypeError(
      `@Throttle() on ${route} names the policy "${name}", which throttling.policies does not have` +
        ` (${listed(configured)}): give it both limit and ttl, or use the name of a policy.`,
    );
  }
  const where = (option: string) => `@Throttle() on ${route}: ${option} of "${name}"`;
  if (entry.ttl !== undefined && base.calendar !== undefined) {
    throw new TypeError(`${where('ttl')} has no meaning for a calendar: give limit alone.`);
  }
  return {
    ...base,
    limit: checkedUnlessFunction(where('limit'), limit, 1),
    windowMs:
      base.calendar === undefined ? checkedUnlessFunction(where('ttl'), windowMs, 1) : windowMs,
    blockMs:
      entry.blockDuration === undefined
        ? undefined
        : checkedUnlessFunction(where('blockDuration'), entry.blockDuration, 0),
    getTracker: entry.getTracker,
    generateKey: entry.generateKey ?? base.generateKey,
  };
}
