import { ipv6Groups } from './ipv6-groups';

const MAPPED_IPV4 = '::ffff:';

/**
 * What a client with this plain address is counted under: the IPv4 address, in whatever form, or the
 * /64 network of an IPv6 one, all of which one subscriber commonly holds.
 */
export function addressKey(address: string): string {
  if (!address.includes(':')) return address;
  // What a dual-stack socket says of an IPv4 client: by far the most common form with a colon.
  if (address.startsWith(MAPPED_IPV4) && isDotted(address)) {
    return address.slice(MAPPED_IPV4.length);
  }
  const groups = ipv6Groups(address);
  return embeddedIPv4(groups) ?? network(groups);
}

/** Whether nothing but an IPv4 address follows the prefix. */
function isDotted(address: string): boolean {
  return !address.includes(':', MAPPED_IPV4.length) && address.includes('.');
}

/** Prefixes that carry an IPv4 address: mapped, translated (SIIT) and NAT64. */
function embeddedIPv4(groups: readonly number[]): string | undefined {
  const [a, b, c, d, e, f, high = 0, low = 0] = groups;
  const isZero = c === 0 && d === 0;
  const isMapped = a === 0 && b === 0 && ((e === 0 && f === 0xffff) || (e === 0xffff && f === 0));
  const isNat64 = a === 0x64 && b === 0xff9b && e === 0 && f === 0;
  if (!isZero || (!isMapped && !isNat64)) return undefined;
  return `${high >> 8}.${high & 255}.${low >> 8}.${low & 255}`;
}

function network([a = 0, b = 0, c = 0, d = 0]: readonly number[]): string {
  return `${a.toString(16)}:${b.toString(16)}:${c.toString(16)}:${d.toString(16)}::/64`;
}
