import { type CompiledPolicy, compilePolicy } from './compiled-policy';
import type { ConfiguredPolicy } from './configured-policy';
import { RouteNames } from './route-names';
import { routePolicies } from './route-policies';

/** The policies of a handler in a controller. */
export interface CompiledRoute {
  readonly policies: readonly CompiledPolicy[];
  readonly isPlain: boolean;
  /** Whether something is given back when the response has ended. */
  readonly isSettled: boolean;
}

/** What applies to each handler, compiled once. */
export class RouteTable {
  readonly #routes = new WeakMap<Function, Map<Function, CompiledRoute>>();
  readonly #names = new RouteNames();
  readonly #policies = new Map<string, CompiledPolicy>();

  constructor(readonly configured: readonly ConfiguredPolicy[]) {
    for (const policy of configured) {
      if (policy.scope === 'route' || policy.scope === 'controller') continue;
      const { limit = 1, windowMs = 1 } = policy;
      const own = { ...policy, limit, windowMs, blockMs: undefined, getTracker: undefined };
      this.#remember(compilePolicy(own, { route: '', controller: '' }));
    }
  }

  /** What every route so far is counted by, each once. */
  get policies(): Iterable<CompiledPolicy> {
    return this.#policies.values();
  }

  /** @throws TypeError if a decorator of the route is wrong */
  find(controller: Function, handler: Function): CompiledRoute {
    return this.#routes.get(handler)?.get(controller) ?? this.#compile(controller, handler);
  }

  #compile(controller: Function, handler: Function): CompiledRoute {
    const names = this.#names.of(controller, handler);
    const policies = routePolicies(controller, handler, this.configured).map((policy) =>
      compilePolicy(policy, names),
    );
    for (const policy of policies) this.#remember(policy);
    const route = {
      policies,
      isPlain: policies.every(({ isPlain }) => isPlain),
      isSettled: policies.some((policy) => policy.counts ?? policy.algorithm === 'concurrency'),
    };
    const byController = this.#routes.get(handler) ?? new Map<Function, CompiledRoute>();
    this.#routes.set(handler, byController.set(controller, route));
    return route;
  }

  #remember(policy: CompiledPolicy): void {
    if (!this.#policies.has(policy.id)) this.#policies.set(policy.id, policy);
  }
}
