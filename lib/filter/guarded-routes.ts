import type { ApplicationConfig } from '@nestjs/core';
import type { HandlerRoute } from '../record/error-mapper';

/** Guards that count requests say nothing about who sends them. */
const RATE_LIMIT_GUARDS = new Set(['RateLimitGuard', 'ThrottlerGuard']);

/** Tells whether a guard of the application stands before a handler: its 401 is about a token. */
export class GuardedRoutes {
  readonly #known = new WeakMap<HandlerRoute, boolean>();

  constructor(private readonly config: ApplicationConfig) {}

  has(route: HandlerRoute | undefined): boolean {
    if (route === undefined) return false;
    let isGuarded = this.#known.get(route);
    if (isGuarded === undefined) {
      isGuarded = this.#guardsOf(route).some((guard) => !RATE_LIMIT_GUARDS.has(nameOf(guard)));
      this.#known.set(route, isGuarded);
    }
    return isGuarded;
  }

  #guardsOf({ controller, handler }: HandlerRoute): unknown[] {
    const guards = [
      ...this.config.getGlobalGuards(),
      ...this.config.getGlobalRequestGuards().map(({ metatype }) => metatype),
      ...[controller, handler].flatMap(
        (target) => (Reflect.getMetadata('__guards__', target) as unknown[] | undefined) ?? [],
      ),
    ];
    // A global guard whose factory yielded nothing keeps its place in the list.
    return guards.filter((guard) => guard !== undefined);
  }
}

function nameOf(guard: unknown): string {
  if (typeof guard === 'function') return guard.name;
  return (guard as object | null)?.constructor?.name ?? '';
}
