import { isIP } from 'node:net';
import { ipv6Groups } from './ipv6-groups';

/** 45 for the longest IPv6 text, and room for brackets, a port and a zone. */
const MAX_LENGTH = 80;
const PORT = /^:\d{1,5}$/;

/**
 * The plain address in a text as sockets and proxies write it: without brackets, port and zone,
 * and dotted where an IPv6 address stands for an IPv4 one. Undefined for anything else.
 */
export function parseAddress(text: string): string | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  const bare = withoutPortAndZone(text.trim());
  switch (bare === undefined ? 0 : isIP(bare)) {
    case 4:
      return bare;
    case 6:
      return embeddedIPv4(ipv6Groups(bare as string)) ?? bare;
    default:
      return undefined;
  }
}

/** The network of the first 64 bits of an IPv6 address: one subscriber commonly holds all of it. */
export function ipv6Network(address: string): string {
  const [a = 0, b = 0, c = 0, d = 0] = ipv6Groups(address);
  return `${a.toString(16)}:${b.toString(16)}:${c.toString(16)}:${d.toString(16)}::/64`;
}

function withoutPortAndZone(text: string): string | undefined {
  let address = text;
  if (text.startsWith('[')) {
    const end = text.indexOf(']');
    const rest = text.slice(end + 1);
    if (end === -1 || (rest !== '' && !PORT.test(rest))) return undefined;
    address = text.slice(1, end);
  } else {
    const colon = text.indexOf(':');
    if (colon !== -1 && colon === text.lastIndexOf(':')) {
      if (!PORT.test(text.slice(colon))) return undefined;
      address = text.slice(0, colon);
    }
  }
  const zone = address.indexOf('%');
  return zone === -1 ? address : address.slice(0, zone);
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
