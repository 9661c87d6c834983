/**
 * Names a handler in a controller alike in every process: by names, paths and version. An inherited
 * handler of two controllers gets two names.
 */
function routeName(controller: Function, handler: Function): string {
  const places: unknown[] = [
    Reflect.getMetadata('host', controller),
    Reflect.getMetadata('path', controller),
    Reflect.getMetadata('method', handler),
    Reflect.getMetadata('path', handler),
    Reflect.getMetadata('__version__', handler) ?? Reflect.getMetadata('__version__', controller),
  ];
  const known = places.filter((place: unknown) => place !== undefined);
  return [controller.name, handler.name, ...known.map(String)].join(' ');
}

/** Tells apart routes of the same name, in the order of their first use. */
export class RouteNames {
  readonly #routes = new Map<string, (readonly [Function, Function])[]>();

  of(controller: Function, handler: Function): string {
    const name = routeName(controller, handler);
    const routes = this.#routes.get(name) ?? [];
    const known = routes.findIndex(([a, b]) => a === controller && b === handler);
    const place = known === -1 ? routes.push([controller, handler]) - 1 : known;
    this.#routes.set(name, routes);
    return place === 0 ? name : `${name} #${place + 1}`;
  }
}
