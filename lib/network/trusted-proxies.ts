import { BlockList, isIP } from 'node:net';

const MAX_KNOWN = 1_024;

/** Addresses and ranges, such as of the peers whose word is taken for client addresses. */
export class TrustedProxies {
  readonly #list = new BlockList();
  readonly #known = new Map<string, boolean>();

  /** @throws TypeError naming the option, if an entry is neither an address nor a CIDR range */
  constructor(
    entries: readonly string[],
    private readonly option = 'trustProxies',
  ) {
    for (const entry of entries) this.#add(entry);
  }

  trusts(address: string | undefined): boolean {
    if (address === undefined) return false;
    return this.#known.get(address) ?? this.#look(address);
  }

  /** A look into the list costs microseconds, and the same few proxies send most requests. */
  #look(address: string): boolean {
    const version = isIP(address);
    const isTrusted = version !== 0 && this.#list.check(address, version === 6 ? 'ipv6' : 'ipv4');
    if (this.#known.size >= MAX_KNOWN) this.#known.clear();
    this.#known.set(address, isTrusted);
    return isTrusted;
  }

  #add(entry: string): void {
    const [address = '', prefix, ...rest] = String(entry).split('/');
    const version = isIP(address);
    const family = version === 6 ? 'ipv6' : 'ipv4';
    const bits = prefix === undefined ? undefined : Number(prefix);
    const isValid =
      version !== 0 &&
      rest.length === 0 &&
      (bits === undefined ||
        (/^\d{1,3}$/.test(prefix ?? '') && bits <= (version === 6 ? 128 : 32)));
    if (!isValid) {
      throw new TypeError(
        `${this.option}: "${entry}" is neither an address nor a range such as "10.0.0.0/8".`,
      );
    }
    if (bits === undefined) this.#list.addAddress(address, family);
    else this.#list.addSubnet(address, bits, family);
  }
}
