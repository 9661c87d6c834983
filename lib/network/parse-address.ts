import { isIP } from 'node:net';
import { isIPv4 } from './is-ipv4';

/** 45 for the longest IPv6 text, and room for brackets, a port and a zone. */
const MAX_LENGTH = 80;
const PORT = /^:\d{1,5}$/;

/**
 * The plain address in a text as proxies write it, without brackets, port and zone; undefined for
 * anything else.
 */
export function parseAddress(text: string): string | undefined {
  if (isIPv4(text)) return text;
  if (text.length > MAX_LENGTH) return undefined;
  const bare = withoutPort(text.trim());
  const address = bare === undefined ? '' : withoutZone(bare);
  return isIP(address) === 0 ? undefined : address;
}

export function withoutZone(address: string): string {
  const zone = address.indexOf('%');
  return zone === -1 ? address : address.slice(0, zone);
}

function withoutPort(text: string): string | undefined {
  if (text.startsWith('[')) {
    const end = text.indexOf(']');
    const rest = text.slice(end + 1);
    return end !== -1 && (rest === '' || PORT.test(rest)) ? text.slice(1, end) : undefined;
  }
  const colon = text.indexOf(':');
  if (colon === -1 || colon !== text.lastIndexOf(':')) return text;
  return PORT.test(text.slice(colon)) ? text.slice(0, colon) : undefined;
}
