import { fixedPolicy, type RoutePolicy, routePolicies } from './route-policies';
import type { RatePolicy } from './stores/rate-limit-store';
import type { ThrottlingPolicy } from './throttling.options';

/** A policy of a route, ready for requests. */
export interface CompiledPolicy extends RoutePolicy {
  /** Begins every key of the policy: no name, so that two classes of one name never share a key. */
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

/** Of the process, not of the table: two applications may share one store. */
let lastId = 0;

/** What applies to each handler, compiled at its first request. */
export class RouteTable {
  readonly #routes = new WeakMap<Function, Map<Function, CompiledRoute>>();

  constructor(private readonly configured: readonly ThrottlingPolicy[]) {}

  /** @throws TypeError if a decorator of the route is wrong */
  find(controller: Function, handler: Function): CompiledRoute {
    return this.#routes.get(handler)?.get(controller) ?? this.#compile(controller, handler);
  }

  #compile(controller: Function, handler: Function): CompiledRoute {
    const policies = routePolicies(controller, handler, this.configured).map(compilePolicy);
    const route = { policies, isPlain: policies.every(isPlain) };
    const byController = this.#routes.get(handler) ?? new Map<Function, CompiledRoute>();
    this.#routes.set(handler, byController.set(controller, route));
    return route;
  }
}

function compilePolicy(policy: RoutePolicy): CompiledPolicy {
  const id = String(++lastId);
  return { ...policy, id, fixed: fixedPolicy(policy, id) };
}

function isPlain({ fixed, getTracker, generateKey }: CompiledPolicy): boolean {
  return fixed !== undefined && getTracker === undefined && generateKey === undefined;
}
