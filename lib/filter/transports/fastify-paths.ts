/** The paths that Fastify serves, to tell a wrong method from an unknown path. */
export class FastifyPaths {
  readonly #methods = new Map<
    string,
    { readonly pattern: RegExp; readonly methods: Set<string> }
  >();

  add(method: string | readonly string[], url: string): void {
    // @fastify/cors serves OPTIONS on every path: that makes none of them known.
    if (url === '*' || url === '/*') return;
    let path = this.#methods.get(url);
    if (path === undefined) {
      path = { pattern: toPattern(url), methods: new Set() };
      this.#methods.set(url, path);
    }
    for (const name of [method].flat()) path.methods.add(name.toUpperCase());
  }

  allowedMethods(path: string): readonly string[] {
    const allowed = new Set<string>();
    for (const { pattern, methods } of this.#methods.values()) {
      if (pattern.test(path)) for (const method of methods) allowed.add(method);
    }
    return [...allowed].toSorted();
  }
}

/** find-my-way's syntax: `:name`, `:name(regex)`, `:a-:b`, `*`, and `::` for a colon. */
const TOKEN = /::|:[^/():.-]+(?:\((?:[^()\\]|\\.)*\))?\??|\*|[^:*]+/g;

function toPattern(url: string): RegExp {
  const source = (url.match(TOKEN) ?? []).map(toSource).join('');
  return new RegExp(`^${source}/?$`, 'i');
}

function toSource(token: string): string {
  if (token === '*') return '.*';
  if (token === '::') return ':';
  if (!token.startsWith(':')) return token.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&');
  const own = /^[^(]*\((.*)\)\??$/s.exec(token)?.[1];
  return own === undefined ? '[^/]+?' : `(?:${own.replaceAll(/^\^|\$$/g, '')})`;
}
