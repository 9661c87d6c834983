import type { ApplicationConfig, HttpAdapterHost } from '@nestjs/core';
import type { ContractRegistry } from './contracts/contract-registry';
import { ErrorFlow } from './filter/error-flow';
import { GuardedRoutes } from './filter/guarded-routes';
import { createTransport } from './filter/transports/create-transport';
import type { HttpTransport } from './filter/transports/http-transport';
import type { ResolvedOptions } from './resolve-options';
import type { RouteRegistry } from './routes/route-registry';
import { ensureTrace } from './tracing/trace-context';

/** Puts the flow together; the transport waits until the application has its adapter. */
export function createErrorFlow(
  { isExposed, limits, mappers, negotiate, redactor, reporter, rethrow, tracing }: ResolvedOptions,
  contracts: ContractRegistry,
  routes: RouteRegistry,
  host: HttpAdapterHost,
  config: ApplicationConfig,
): ErrorFlow {
  let transport: HttpTransport;
  host.init$.subscribe(() => {
    transport = createTransport(host.httpAdapter, routes);
  });
  return new ErrorFlow({
    contracts,
    guardedRoutes: new GuardedRoutes(config),
    isExposed,
    limits,
    mappers,
    negotiate,
    redactor,
    reporter,
    rethrow,
    traceIdOf: (request, response) => tracing && ensureTrace(request, response, tracing).traceId,
    transport: () => transport,
  });
}
