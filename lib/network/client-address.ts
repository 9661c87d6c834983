import { forwardedAddress } from './forwarded-address';
import { ipv6Network, parseAddress } from './parse-address';
import type { TrustedProxies } from './trusted-proxies';

/** What an address is read from: the request of Express, of Fastify, or of `node:http`. */
export interface AddressedRequest {
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** The framework's own reading, under its own proxy settings. */
  readonly ip?: string | undefined;
  readonly socket?: { readonly remoteAddress?: string | undefined } | undefined;
  readonly raw?: Pick<AddressedRequest, 'socket'> | undefined;
}

/** Stands for every client whose connection has no address, as one over a Unix socket. */
export const NO_ADDRESS = 'no-address';

const MAPPED_IPV4 = '::ffff:';

/**
 * The address that a client is counted under: an IPv4 address, or the /64 network of an IPv6 one.
 * With `trusted` it is the rightmost untrusted address of `X-Forwarded-For`; without, the framework's
 * `request.ip`, which is the socket's address unless Express or Fastify trusts a proxy.
 */
export function clientAddress(
  request: AddressedRequest,
  trusted: TrustedProxies | undefined,
): string {
  const peer = peerAddress(request);
  const forwarded = request.headers['x-forwarded-for'];
  if (forwarded === undefined) return peer === undefined ? NO_ADDRESS : addressKey(peer);
  if (trusted !== undefined) {
    const address = forwardedAddress(peer, String(forwarded), trusted);
    return address === undefined ? NO_ADDRESS : addressKey(address);
  }
  // With its proxy trust on, a framework hands on whatever text the header holds.
  const reading = request.ip === undefined ? undefined : parseAddress(request.ip);
  return addressKey(reading ?? peer ?? NO_ADDRESS);
}

/** The address of the other end of the connection, as the socket writes it. */
export function peerAddress(request: AddressedRequest): string | undefined {
  return request.socket?.remoteAddress ?? request.raw?.socket?.remoteAddress;
}

/** Most addresses are IPv4, plain or mapped by a dual-stack socket: neither is parsed. */
function addressKey(address: string): string {
  if (!address.includes(':')) return address;
  if (address.startsWith(MAPPED_IPV4) && isDotted(address)) {
    return address.slice(MAPPED_IPV4.length);
  }
  const plain = parseAddress(address);
  if (plain === undefined) return NO_ADDRESS;
  return plain.includes(':') ? ipv6Network(plain) : plain;
}

/** Whether nothing but an IPv4 address follows the prefix. */
function isDotted(address: string): boolean {
  return address.lastIndexOf(':') === MAPPED_IPV4.length - 1 && address.includes('.');
}
