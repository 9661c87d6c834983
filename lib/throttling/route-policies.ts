import { checkedInteger } from './checked-integer';
import { ratePolicy } from './rate-policy';
import type { RatePolicy } from './stores/rate-limit-store';
import {
  isSkipped,
  type Resolvable,
  skipNames,
  type ThrottleEntry,
  throttleEntry,
  throttleNames,
} from './throttle-metadata';
import type { ThrottlingPolicy } from './throttling.options';

/** One policy of one route: its own decorators merged over the configured policy. */
export interface RoutePolicy {
  readonly name: string;
  readonly limit: Resolvable<number>;
  readonly windowMs: Resolvable<number>;
  readonly blockMs: Resolvable<number>;
  readonly getTracker: ThrottleEntry['getTracker'];
  readonly generateKey: ThrottleEntry['generateKey'];
}

/**
 * The policies of a handler in a controller, which may have inherited it.
 * @throws TypeError if a decorator names an unknown policy or gives a wrong value
 */
export function routePolicies(
  controller: Function,
  handler: Function,
  configured: readonly ThrottlingPolicy[],
): RoutePolicy[] {
  const route = `${controller.name}.${handler.name}`;
  const decorated = throttleNames(handler, controller);
  const names = new Set([...configured.map(({ name }) => name), ...decorated]);
  checkSkipNames(route, skipNames(handler, controller), configured, names);
  return [...names]
    .filter((name) => !isSkipped(name, handler, controller))
    .map((name) => mergePolicy(route, name, throttleEntry(name, handler, controller), configured));
}

function mergePolicy(
  route: string,
  name: string,
  entry: ThrottleEntry,
  configured: readonly ThrottlingPolicy[],
): RoutePolicy {
  const base = configured.find((policy) => policy.name === name);
  const limit = entry.limit ?? base?.limit;
  const windowMs = entry.ttl ?? base?.windowMs;
  if (limit === undefined || windowMs === undefined) {
    throw new TypeError(
      `@Throttle() on ${route} names the policy "${name}", which throttling.policies does not have` +
        ` (${listed(configured)}): give it both limit and ttl, or use the name of a policy.`,
    );
  }
  const where = (option: string) => `@Throttle() on ${route}: ${option} of "${name}"`;
  return {
    name,
    limit: checkedUnlessFunction(where('limit'), limit, 1),
    windowMs: checkedUnlessFunction(where('ttl'), windowMs, 1),
    blockMs: checkedUnlessFunction(where('blockDuration'), entry.blockDuration ?? 0, 0),
    getTracker: entry.getTracker,
    generateKey: entry.generateKey,
  };
}

/** The policy as a store takes it, where no value depends on the request. */
export function fixedPolicy(policy: RoutePolicy, id: string): RatePolicy | undefined {
  const { name, limit, windowMs, blockMs } = policy;
  const isFixed =
    typeof limit === 'number' && typeof windowMs === 'number' && typeof blockMs === 'number';
  return isFixed ? ratePolicy({ id, name, limit, windowMs, blockMs }) : undefined;
}

function checkSkipNames(
  route: string,
  skipped: readonly string[],
  configured: readonly ThrottlingPolicy[],
  known: ReadonlySet<string>,
): void {
  const unknown = skipped.find((name) => !known.has(name));
  // Without policies there is nothing that the decorator could have been meant for.
  if (unknown === undefined || configured.length === 0) return;
  const fix = configured.map(({ name }) => `${JSON.stringify(name)}: true`).join(', ');
  throw new TypeError(
    `@SkipThrottle() on ${route} names the policy "${unknown}", which throttling.policies does not` +
      ` have (${listed(configured)}). To skip all of them, write @SkipThrottle({ ${fix} }).`,
  );
}

function checkedUnlessFunction(
  where: string,
  value: Resolvable<number>,
  least: 0 | 1,
): Resolvable<number> {
  return typeof value === 'function' ? value : checkedInteger(where, value, least);
}

function listed(configured: readonly ThrottlingPolicy[]): string {
  return configured.length === 0
    ? 'it has none'
    : configured.map(({ name }) => JSON.stringify(name)).join(', ');
}
