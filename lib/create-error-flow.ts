import type {
  AbstractHttpAdapter,
  ApplicationConfig,
  HttpAdapterHost,
  ModulesContainer,
} from '@nestjs/core';
import type { ContractRegistry } from './contracts/contract-registry';
import { ErrorFlow } from './filter/error-flow';
import { guardBoundaries, whenServed } from './filter/guard-boundaries';
import { GuardedRoutes } from './filter/guarded-routes';
import { createTransport } from './filter/transports/create-transport';
import type { HttpTransport } from './filter/transports/http-transport';
import type { ResolvedOptions } from './resolve-options';
import type { RouteRegistry } from './routes/route-registry';
import { untakenId } from './tracing/inbound-ids';
import { ensureTrace } from './tracing/trace-context';

/** Puts the flow together; the transport waits until the application has its adapter. */
export function createErrorFlow(
  options: ResolvedOptions,
  contracts: ContractRegistry,
  routes: RouteRegistry,
  host: HttpAdapterHost,
  config: ApplicationConfig,
  modules: ModulesContainer,
): ErrorFlow {
  const { isExposed, limits, mappers, negotiate, redactor, reporter, rethrow, tracing } = options;
  let transport: HttpTransport;
  const identify = (request: object, response: object) =>
    tracing && ensureTrace(request, response, tracing).traceId;
  const flow = new ErrorFlow({
    contracts,
    guardedRoutes: new GuardedRoutes(config),
    isExposed,
    limits,
    mappers,
    negotiate,
    redactor,
    reporter,
    rethrow,
    traceIdOf: identify,
    untakenIdOf: untakenId,
    transport: () => transport,
    wording: options.wording,
  });
  host.init$.subscribe(() => {
    const adapter: AbstractHttpAdapter | null = host.httpAdapter;
    // An application context serves nobody.
    if (!adapter) return;
    transport = createTransport(adapter, routes);
    whenServed(adapter, () => guardBoundaries({ adapter, modules, config, flow, identify }));
  });
  return flow;
}
