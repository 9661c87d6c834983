import { checkedPolicy, ratePolicy } from './rate-policy';
import type { RoutePolicy } from './route-policies';
import type { PolicyScope } from './policy.options';
import type { RatePolicy } from './stores/rate-limit-store';

/** A policy of a route, ready for requests. */
export interface CompiledPolicy extends RoutePolicy {
  /** The id of what it counts; two classes of one name never share one. */
  readonly id: string;
  /** Undefined where a value depends on the request. */
  readonly fixed: RatePolicy | undefined;
  /** No value, client or key is of the policy's own making: so it is with most. */
  readonly isPlain: boolean;
}

/** The numbers of a policy that a request may decide. */
export type PolicyNumbers = Pick<RatePolicy, 'limit' | 'windowMs' | 'burst' | 'blockMs'>;

/**
 * @param names of the route and its controller, unique in the application
 * @throws TypeError if a number is wrong
 */
export function compilePolicy(
  policy: RoutePolicy,
  names: { readonly route: string; readonly controller: string },
): CompiledPolicy {
  const place = policy.generateKey ? '+' : placeOf(policy.scope, names);
  const id = `${JSON.stringify(policy.name)} ${place}`;
  const numbers = fixedNumbers(policy);
  return {
    ...policy,
    id,
    fixed: numbers && ratePolicyOf({ ...policy, id }, numbers, 'is wrong: it'),
    isPlain: numbers !== undefined && policy.cost === 1 && !hasOwnClient(policy),
  };
}

/** @throws TypeError if a number is wrong, as that which a function yields may be */
export function ratePolicyOf(
  policy: RoutePolicy & { readonly id: string },
  numbers: PolicyNumbers,
  where = 'for this request',
): RatePolicy {
  const { id, name, algorithm, calendar, isShadow, block } = policy;
  const isOwnBlock = policy.blockMs !== undefined;
  const rate = ratePolicy({
    ...{ id, name, algorithm, calendar, isShadow, ...numbers },
    blockFactor: isOwnBlock ? 1 : block.factor,
    blockMaxMs: isOwnBlock ? numbers.blockMs : block.maxMs,
  });
  return checkedPolicy(rate, where);
}

function fixedNumbers(policy: RoutePolicy): PolicyNumbers | undefined {
  const { limit, windowMs, burst = limit, blockMs = policy.block.firstMs } = policy;
  const isFixed =
    typeof limit === 'number' &&
    typeof windowMs === 'number' &&
    typeof burst === 'number' &&
    typeof blockMs === 'number';
  return isFixed ? { limit, windowMs, burst, blockMs } : undefined;
}

function hasOwnClient(policy: RoutePolicy): boolean {
  const { tracker, getTracker, generateKey, skipIf, ignoreUserAgents } = policy;
  return [tracker, getTracker, generateKey, skipIf, ignoreUserAgents[0]].some(
    (own) => own !== undefined,
  );
}

/** Signs stand before what no class is called. */
function placeOf(
  scope: PolicyScope,
  names: { readonly route: string; readonly controller: string },
): string {
  if (typeof scope === 'object') return `#${scope.group}`;
  const places = {
    route: names.route,
    controller: `@${names.controller}`,
    global: '*',
    manual: '!',
  };
  return places[scope];
}
