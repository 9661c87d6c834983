import type { HandlerRoute } from '../record/error-mapper';
import type { Contract, ContractPart } from './contract';
import { declaredContract } from './contract-decorators';

/** Contracts by path and by decorator. It is asked on failures only, and remembers per route. */
export class ContractRegistry {
  readonly #parts: { readonly prefix: string; readonly part: ContractPart }[] = [];
  readonly #byPrefix = new Map<string, Contract>();
  readonly #byRoute = new WeakMap<HandlerRoute, Map<string, Contract>>();

  constructor(private readonly root: Contract) {}

  /** @throws Error if the path has a contract already */
  add(path: string, part: ContractPart): void {
    const prefix = toPrefix(path);
    if (this.#parts.some((other) => other.prefix === prefix)) {
      throw new Error(`ErrorsModule.forFeature: the path "${path}" is given twice. Merge the two.`);
    }
    // Made once now, so that a wrong option of the part shows at start.
    this.root.extend(part);
    this.#parts.push({ prefix, part });
    this.#parts.sort((a, b) => a.prefix.length - b.prefix.length);
    this.#byPrefix.clear();
  }

  /** A decorator wins over a path, the longest path over the root. */
  resolve(path: string, route: HandlerRoute | undefined): Contract {
    if (this.#parts.length === 0) return route ? this.#declared(route, '', this.root) : this.root;
    const prefixes = this.#parts.filter(({ prefix }) => covers(prefix, path));
    const prefix = prefixes.at(-1)?.prefix ?? '';
    let byPath = this.#byPrefix.get(prefix);
    if (byPath === undefined) {
      byPath = prefixes.reduce((contract, { part }) => contract.extend(part), this.root);
      this.#byPrefix.set(prefix, byPath);
    }
    return route ? this.#declared(route, prefix, byPath) : byPath;
  }

  #declared(route: HandlerRoute, prefix: string, byPath: Contract): Contract {
    let known = this.#byRoute.get(route);
    if (known === undefined) this.#byRoute.set(route, (known = new Map()));
    let contract = known.get(prefix);
    if (contract === undefined) {
      const parts = declaredContract(route.controller, route.handler);
      contract = parts.reduce((inherited, part) => inherited.extend(part), byPath);
      known.set(prefix, contract);
    }
    return contract;
  }
}

function toPrefix(path: string): string {
  return `/${path.split('/').filter(Boolean).join('/')}`.toLowerCase();
}

/** On whole segments: `/api` covers `/api/x`, not `/apiary`. Express ignores case, so do we. */
function covers(prefix: string, path: string): boolean {
  if (prefix === '/') return true;
  const lower = path.toLowerCase();
  return lower === prefix || lower.startsWith(`${prefix}/`);
}
