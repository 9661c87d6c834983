import type { ServerResponse } from 'node:http';
import type { HttpServer } from '@nestjs/common';
import type { HandlerRoute } from '../../record/error-mapper';
import type { RouteRegistry } from '../../routes/route-registry';
import { breakOff } from '../late/break-off';
import type { HttpTransport } from './http-transport';
import { sendOnNodeResponse } from './node-response';

interface Layer {
  readonly handle: Function;
  readonly route?: { readonly methods: Readonly<Record<string, boolean>> };
  match(path: string): boolean;
}

interface ExpressApplication {
  readonly router: { readonly stack: readonly Layer[] };
}

interface RoutedRequest {
  readonly route?: { readonly stack?: readonly { readonly handle: Function }[] };
}

/** Express 5, and adapters built on it. */
export class ExpressTransport implements HttpTransport {
  constructor(
    private readonly adapter: HttpServer,
    private readonly routes: RouteRegistry,
  ) {}

  routeOf(request: object): HandlerRoute | undefined {
    return this.routes.routeOf((request as RoutedRequest).route?.stack?.[0]?.handle);
  }

  allowedMethods(path: string): readonly string[] {
    const methods = new Set<string>();
    const { router } = this.adapter.getInstance() as ExpressApplication;
    for (const layer of router.stack) {
      if (layer.route === undefined || layer.route.methods['_all'] || !matches(layer, path))
        continue;
      for (const method of Object.keys(layer.route.methods)) methods.add(method.toUpperCase());
    }
    if (methods.has('GET')) methods.add('HEAD');
    return [...methods].toSorted();
  }

  send(_request: object, response: object, answer: Parameters<HttpTransport['send']>[2]): void {
    sendOnNodeResponse(response as ServerResponse, answer);
  }

  abandon(response: object): void {
    breakOff(response as ServerResponse);
  }
}

/** A layer throws on a parameter that is not valid percent-encoding. */
function matches(layer: Layer, path: string): boolean {
  try {
    return layer.match(path);
  } catch {
    return false;
  }
}
