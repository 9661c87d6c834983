import { addressKey } from './address-key';
import { forwardedAddress } from './forwarded-address';
import { parseAddress, withoutZone } from './parse-address';
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

/**
 * The address that a client is counted under: an IPv4 address, or the /64 network of an IPv6 one.
 * With `trusted` it is the rightmost untrusted address of `X-Forwarded-For`; without, the framework's
 * `request.ip`, which is the socket's address unless Express or Fastify trusts a proxy.
 */
export function clientAddress(
  request: AddressedRequest,
  trusted: TrustedProxies | undefined,
): string {
  const address = trueAddress(request, trusted);
  return address === undefined ? NO_ADDRESS : addressKey(address);
}

/** The address behind the trusted proxies; undefined for a connection without one. */
export function trueAddress(
  request: AddressedRequest,
  trusted: TrustedProxies | undefined,
): string | undefined {
  const address = peerAddress(request);
  const peer = address === undefined ? undefined : withoutZone(address);
  const forwarded = request.headers['x-forwarded-for'];
  if (forwarded === undefined) return peer;
  if (trusted !== undefined) return forwardedAddress(peer, String(forwarded), trusted);
  // With its proxy trust on, a framework hands on whatever text the header holds.
  return (request.ip === undefined ? undefined : parseAddress(request.ip)) ?? peer;
}

/** The address of the other end of the connection, as the socket writes it. */
export function peerAddress(request: AddressedRequest): string | undefined {
  return request.socket?.remoteAddress ?? request.raw?.socket?.remoteAddress;
}
