import { createHash } from 'node:crypto';
import type { PolicyHit, RatePolicy } from '../rate-limit-store';

/** 96 bits of a hash: no two policies of an application share them. */
const SUFFIX_LENGTH = 16;

/** Names of keys: what counts for one client has one hash tag, and with it one slot of a cluster. */
export class StoreKeys {
  readonly #suffixes = new Map<string, string>();
  /** Most policies are the same object for every request. */
  readonly #known = new WeakMap<RatePolicy, string>();
  /** Policies of one request mostly share the client. */
  #latestKey = '';
  #latestStart: string;

  constructor(private readonly prefix: string) {
    this.#latestStart = this.#startOf('');
  }

  /** The key of the state. */
  state({ policy, key }: PolicyHit): string {
    if (key !== this.#latestKey) {
      this.#latestKey = key;
      this.#latestStart = this.#startOf(key);
    }
    return this.#latestStart + this.#suffixOf(policy);
  }

  /** The key of the requests in flight. */
  entries(hit: PolicyHit): string {
    return `${this.state(hit)}+`;
  }

  /** Braces in a client's key would end the tag, and an empty one counts as none. */
  #startOf(key: string): string {
    const tag = key === '' ? '%' : key.replace(/[%{}]/g, encodeURIComponent);
    return `${this.prefix}{${tag}}`;
  }

  /** An id can be long, and is the same for all clients; a state is of no use to another algorithm. */
  #suffixOf(policy: RatePolicy): string {
    const known = this.#known.get(policy);
    if (known !== undefined) return known;
    const name = `${policy.algorithm} ${policy.id}`;
    const suffix = this.#suffixes.get(name) ?? hashOf(name);
    this.#suffixes.set(name, suffix);
    this.#known.set(policy, suffix);
    return suffix;
  }
}

function hashOf(name: string): string {
  return createHash('sha256').update(name).digest('base64url').slice(0, SUFFIX_LENGTH);
}
