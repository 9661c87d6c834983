import { BlockList, isIP } from 'node:net';

/** The peers whose word is taken for client addresses and inbound trace ids. */
export class TrustedProxies {
  readonly #list = new BlockList();

  /** @throws TypeError if an entry is neither an address nor a CIDR range */
  constructor(entries: readonly string[]) {
    for (const entry of entries) this.#add(entry);
  }

  trusts(address: string | undefined): boolean {
    const version = address === undefined ? 0 : isIP(address);
    return version !== 0 && this.#list.check(address as string, version === 6 ? 'ipv6' : 'ipv4');
  }

  #add(entry: string): void {
    const [address = '', prefix, ...rest] = entry.split('/');
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
        `trustProxies: "${entry}" is neither an address nor a range such as "10.0.0.0/8".`,
      );
    }
    if (bits === undefined) this.#list.addAddress(address, family);
    else this.#list.addSubnet(address, bits, family);
  }
}
