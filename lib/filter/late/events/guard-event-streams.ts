import type { HttpServer } from '@nestjs/common';
import { type ApplicationConfig, MetadataScanner, type ModulesContainer } from '@nestjs/core';
import { controllersOf } from '../../../routes/handler-key';
import type { ErrorFlow } from '../../error-flow';
import { guardHandler } from './guard-handler';
import { guardDeclaredInterceptors, guardGlobalInterceptors } from './guard-interceptors';
import { guardRoutes } from './guard-routes';
import { isEventRoute } from './is-event-route';

/** Makes a failure the last event of every `@Sse()` route. Applications without one pay nothing. */
export function guardEventStreams(
  adapter: HttpServer,
  modules: ModulesContainer,
  config: ApplicationConfig,
  flow: ErrorFlow,
): void {
  const routes = [...eventRoutes(modules)];
  if (routes.length === 0) return;
  for (const { controller, name } of routes) {
    const prototype = controller.prototype as Record<string, Function>;
    guardHandler(prototype, name);
    guardDeclaredInterceptors(controller);
    guardDeclaredInterceptors(prototype[name] as Function);
  }
  guardGlobalInterceptors(config);
  guardRoutes(adapter, flow);
}

function* eventRoutes(modules: ModulesContainer) {
  const scanner = new MetadataScanner();
  for (const controller of controllersOf(modules)) {
    const prototype = controller.prototype as Record<string, unknown>;
    for (const name of scanner.getAllMethodNames(prototype)) {
      if (isEventRoute(prototype[name])) yield { controller, name };
    }
  }
}
