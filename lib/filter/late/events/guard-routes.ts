import type { HttpServer } from '@nestjs/common';
import type { ErrorFlow } from '../../error-flow';
import type { HttpRequest } from '../../transports/http-transport';
import { runInEventStream } from './current-event-stream';
import { EventStream } from './event-stream';
import { imitate } from './imitate';
import { isEventRoute } from './is-event-route';

const METHODS = ['get', 'post', 'put', 'patch', 'delete', 'options', 'head', 'query', 'all'];

type Register = (this: unknown, ...args: unknown[]) => unknown;
type RouteHandler = (request: HttpRequest, response: object, next: unknown) => unknown;

/** Lets the handlers of `@Sse()` routes know their request; other routes are registered as ever. */
export function guardRoutes(adapter: HttpServer, flow: ErrorFlow): void {
  const methods = adapter as unknown as Record<string, Register | undefined>;
  for (const name of METHODS) {
    const register = methods[name];
    if (typeof register !== 'function') continue;
    methods[name] = (...args) => {
      const handler = args.at(-1);
      if (isEventRoute(handler)) args[args.length - 1] = inEventStream(handler, flow);
      return register.apply(adapter, args);
    };
  }
}

function inEventStream(handler: Function, flow: ErrorFlow): RouteHandler {
  const route: RouteHandler = (request, response, next) =>
    runInEventStream(new EventStream(flow, request, response), () =>
      (handler as RouteHandler)(request, response, next),
    );
  return imitate(route, handler);
}
