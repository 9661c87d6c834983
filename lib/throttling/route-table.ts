import { RouteNames } from './policy-id';
import { fixedPolicy, type RoutePolicy, routePolicies } from './route-policies';
import type { RatePolicy } from './stores/rate-limit-store';
import type { ThrottlingPolicy } from './throttling.options';

/** A policy of a route, ready for requests. */
export interface CompiledPolicy extends RoutePolicy {
  /** The id of what it counts; two classes of one name never share one. */
  readonly id: string;
  /** Undefined where a value depends on the request. */
  readonly fixed: RatePolicy | undefined;
}

/** The policies of a handler in a controller. */
export interface CompiledRoute {
  readonly policies: readonly CompiledPolicy[];
  /** No limit, tracker or key is of the route's own making: so it is with most. */
  readonly isPlain: boolean;
}

/** What applies to each handler, compiled once. */
export class RouteTable {
  readonly #routes = new WeakMap<Function, Map<Function, CompiledRoute>>();
  readonly #names = new RouteNames();

  constructor(private readonly configured: readonly ThrottlingPolicy[]) {}

  /** @throws TypeError if a decorator of the route is wrong */
  find(controller: Function, handler: Function): CompiledRoute {
    return this.#routes.get(handler)?.get(controller) ?? this.#compile(controller, handler);
  }

  #compile(controller: Function, handler: Function): CompiledRoute {
    const name = this.#names.of(controller, handler);
    const policies = routePolicies(controller, handler, this.configured).map((policy) =>
      compilePolicy(policy, name),
    );
    const route = { policies, isPlain: policies.every(isPlain) };
    const byController = this.#routes.get(handler) ?? new Map<Function, CompiledRoute>();
    this.#routes.set(handler, byController.set(controller, route));
    return route;
  }
}

/** A generated key may join routes, so that it counts for the name of the policy alone. */
function compilePolicy(policy: RoutePolicy, route: string): CompiledPolicy {
  const id = `${JSON.stringify(policy.name)} ${policy.generateKey ? '*' : route}`;
  return { ...policy, id, fixed: fixedPolicy(policy, id) };
}

function isPlain({ fixed, getTracker, generateKey }: CompiledPolicy): boolean {
  return fixed !== undefined && getTracker === undefined && generateKey === undefined;
}
