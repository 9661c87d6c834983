import { createHash } from 'node:crypto';
import type { PolicyHit, RatePolicy } from '../rate-limit-store';

/** 96 bits of a hash: no two policies of an application share them. */
const FIELD_LENGTH = 16;

/**
 * Names of keys: a client has one, with all its states. Its keys have one hash tag, and with it one
 * slot of a cluster.
 */
export class StoreKeys {
  readonly #fields = new Map<string, string>();
  /** Most policies are the same object for every request. */
  readonly #known = new WeakMap<RatePolicy, string>();
  /** Policies of one request mostly share the client. */
  #latestKey = '';
  #latestName: string;

  constructor(private readonly prefix: string) {
    this.#latestName = this.#nameOf('');
  }

  /** The key of all states of a client. */
  client({ key }: PolicyHit): string {
    if (key !== this.#latestKey) {
      this.#latestKey = key;
      this.#latestName = this.#nameOf(key);
    }
    return this.#latestName;
  }

  /** The field of one state: an id can be long, and a state is of no use to another algorithm. */
  field({ policy }: PolicyHit): string {
    const known = this.#known.get(policy);
    if (known !== undefined) return known;
    const name = `${policy.algorithm} ${policy.id}`;
    const field = this.#fields.get(name) ?? hashOf(name);
    this.#fields.set(name, field);
    this.#known.set(policy, field);
    return field;
  }

  /** The key of the requests in flight. */
  entries(hit: PolicyHit): string {
    return `${this.client(hit)}${this.field(hit)}`;
  }

  /** Braces in a client's key would end the tag, and an empty one counts as none. */
  #nameOf(key: string): string {
    const tag = key === '' ? '%' : key.replace(/[%{}]/g, encodeURIComponent);
    return `${this.prefix}{${tag}}`;
  }
}

function hashOf(name: string): string {
  return createHash('sha256').update(name).digest('base64url').slice(0, FIELD_LENGTH);
}
