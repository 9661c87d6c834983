import { MetadataScanner } from '@nestjs/core';
import { routePolicies } from './route-policies';
import type { ThrottlingPolicy } from './throttling.options';

/**
 * Reads the throttle decorators of every handler, so that a wrong one shows at start and not with
 * the first request.
 * @throws TypeError that lists every wrong decorator
 */
export function checkThrottleMetadata(
  controllers: Iterable<Function>,
  policies: readonly ThrottlingPolicy[],
): void {
  const problems = new Set<string>();
  for (const controller of controllers) {
    for (const handler of handlersOf(controller)) {
      try {
        routePolicies(controller, handler, policies);
      } catch (error) {
        problems.add((error as Error).message);
      }
    }
  }
  if (problems.size > 0) throw new TypeError([...problems].join('\n'));
}

function handlersOf(controller: Function): Function[] {
  const prototype = controller.prototype as Record<string, unknown>;
  return new MetadataScanner()
    .getAllMethodNames(prototype)
    .map((name) => prototype[name])
    .filter((method) => typeof method === 'function')
    .filter((method) => Reflect.hasMetadata('path', method));
}
