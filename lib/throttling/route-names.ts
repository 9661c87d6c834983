/**
 * Names of controllers and routes, alike in every process: by names, paths and version. What has the
 * same name is told apart in the order of its first use, as two classes of one name.
 */
export class RouteNames {
  readonly #owners = new Map<string, (readonly Function[])[]>();

  of(controller: Function, handler: Function): { route: string; controller: string } {
    const route = [controller, handler];
    return {
      route: this.#unique(nameOf(route, ['host', 'path', 'method', '__version__']), route),
      controller: this.#unique(nameOf([controller], ['host', 'path', '__version__']), [controller]),
    };
  }

  #unique(name: string, owner: readonly Function[]): string {
    const owners = this.#owners.get(name) ?? [];
    this.#owners.set(name, owners);
    const known = owners.findIndex((other) => other.every((part, index) => part === owner[index]));
    const place = known === -1 ? owners.push(owner) - 1 : known;
    return place === 0 ? name : `${name} ~${place + 1}`;
  }
}

function nameOf(owner: readonly Function[], keys: readonly string[]): string {
  const places = owner.flatMap((part) =>
    keys.map((key): unknown => Reflect.getMetadata(key, part)),
  );
  const known = places.filter((place) => place !== undefined).map(String);
  return [...owner.map(({ name }) => name), ...known].join(' ');
}
