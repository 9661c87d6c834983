import { MetadataScanner, type ModulesContainer } from '@nestjs/core';

/** Nest copies the metadata of a method to what it registers with the router: so this travels. */
const HANDLER = Symbol.for('nestjs-errors.handler');

interface HandlerKey {
  readonly handler: Function;
  /** More than one where controllers inherit the method. */
  readonly controllers: Function[];
}

/** Marks every method of every controller, so that a registered route can be traced back. */
export function markHandlers(modules: ModulesContainer): void {
  const scanner = new MetadataScanner();
  for (const controller of controllersOf(modules)) {
    const prototype = controller.prototype as Record<string, unknown>;
    for (const name of scanner.getAllMethodNames(prototype)) {
      const handler = prototype[name];
      if (typeof handler !== 'function' || !Reflect.hasMetadata('path', handler)) continue;
      const key = Reflect.getMetadata(HANDLER, handler) as HandlerKey | undefined;
      if (key === undefined) {
        Reflect.defineMetadata(HANDLER, { handler, controllers: [controller] }, handler);
      } else if (!key.controllers.includes(controller)) key.controllers.push(controller);
    }
  }
}

/** Every controller class of the application. */
export function* controllersOf(modules: ModulesContainer): Generator<Function> {
  for (const module of modules.values()) {
    for (const { metatype } of module.controllers.values()) {
      if (typeof metatype === 'function' && metatype.prototype) yield metatype;
    }
  }
}

/** The class and method behind a function that Nest registered under a path. */
export function traceHandler(registered: Function, path: string) {
  const key = Reflect.getMetadata(HANDLER, registered) as HandlerKey | undefined;
  if (key === undefined) return undefined;
  const { handler, controllers } = key;
  const controller =
    controllers.length === 1 ? controllers[0] : pickController(controllers, registered, path);
  return controller && { controller, handler };
}

/** Nest 12 names the function `Class.method`; on Nest 11 the controller's path decides. */
function pickController(
  controllers: readonly Function[],
  registered: Function,
  path: string,
): Function | undefined {
  const named = controllers.filter(({ name }) => registered.name.startsWith(`${name}.`));
  if (named.length === 1) return named[0];
  const candidates = named.length > 0 ? named : controllers;
  const byPath = candidates
    .map((controller) => ({ controller, weight: matchingSegments(controller, path) }))
    .toSorted((a, b) => b.weight - a.weight);
  return byPath[0]?.controller;
}

function matchingSegments(controller: Function, path: string): number {
  const declared: unknown = Reflect.getMetadata('path', controller);
  const weights = [declared].flat().map((prefix) => {
    const segments = String(prefix).split('/').filter(Boolean);
    return `${path}/`.includes(`/${segments.join('/')}/`) ? segments.length : -1;
  });
  return Math.max(...weights);
}
