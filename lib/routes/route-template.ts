/** Where the tracing hook leaves Fastify's reply on Node's request. */
const REPLY = Symbol.for('nestjs-errors.reply');

interface RoutedRequest {
  /** Fastify's. */
  readonly routeOptions?: { readonly url?: string };
  /** Express's. */
  readonly route?: { readonly path?: unknown };
  readonly [REPLY]?: { readonly request: RoutedRequest };
  readonly raw?: RoutedRequest;
}

/**
 * The template of the route that serves a request, such as `/cats/:id`: of few values, as metrics
 * and spans need it. Undefined where no route was found.
 * @param request of Express, Fastify or Node; Node's needs `tracing` to be on
 */
export function routeTemplate(request: object): string | undefined {
  const given: RoutedRequest = request;
  const { routeOptions, route } = given[REPLY]?.request ?? given;
  const path = routeOptions === undefined ? route?.path : routeOptions.url;
  if (path instanceof RegExp) return path.source;
  return typeof path === 'string' ? path : undefined;
}
