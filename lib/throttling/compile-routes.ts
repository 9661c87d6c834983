import { MetadataScanner } from '@nestjs/core';
import type { RouteTable } from './route-table';

/**
 * Compiles every handler: a wrong decorator shows at start and not with the first request, and
 * routes of the same name are told apart alike in every process.
 * @throws TypeError that lists every wrong decorator
 */
export function compileRoutes(controllers: Iterable<Function>, routes: RouteTable): void {
  const problems = new Set<string>();
  for (const controller of controllers) {
    for (const handler of handlersOf(controller)) {
      try {
        routes.find(controller, handler);
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
