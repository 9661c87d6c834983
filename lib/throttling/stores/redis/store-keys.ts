import { createHash } from 'node:crypto';
import type { PolicyHit, RatePolicy } from '../rate-limit-store';

/** 96 bits of a hash: no two policies of an application share them. */
const SUFFIX_LENGTH = 16;

/** Names of keys: what counts for one client has one hash tag, and with it one slot of a cluster. */
export class StoreKeys {
  readonly #suffixes = new Map<string, string>();

  constructor(private readonly prefix: string) {}

  /** The key of the state. */
  state({ policy, key }: PolicyHit): string {
    return `${this.prefix}{${tagOf(key)}}${this.#suffixOf(policy)}`;
  }

  /** The key of the requests in flight. */
  entries(hit: PolicyHit): string {
    return `${this.state(hit)}+`;
  }

  /** An id can be long, and is the same for all clients; a state is of no use to another algorithm. */
  #suffixOf({ id, algorithm }: RatePolicy): string {
    const name = `${algorithm} ${id}`;
    const known = this.#suffixes.get(name);
    if (known !== undefined) return known;
    const suffix = createHash('sha256').update(name).digest('base64url').slice(0, SUFFIX_LENGTH);
    this.#suffixes.set(name, suffix);
    return suffix;
  }
}

/** Braces would end the tag, and an empty one counts as none. */
function tagOf(key: string): string {
  return key === '' ? '%' : key.replace(/[%{}]/g, encodeURIComponent);
}
