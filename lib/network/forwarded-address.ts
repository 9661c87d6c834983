import { parseAddress } from './parse-address';
import type { TrustedProxies } from './trusted-proxies';

/** No honest chain is longer; a longer one is not worth the walk. */
const MAX_HOPS = 32;

/**
 * Walks `X-Forwarded-For` from the right, the side our own proxies write, to the first address that
 * is no trusted proxy. A malformed entry ends the walk at the last proxy before it.
 */
export function forwardedAddress(
  peer: string | undefined,
  header: string,
  trusted: TrustedProxies,
): string | undefined {
  let address = peer;
  let end = header.length;
  for (let hop = 0; hop < MAX_HOPS && end >= 0 && trusted.trusts(address); hop++) {
    const comma = end === 0 ? -1 : header.lastIndexOf(',', end - 1);
    const next = parseAddress(header.slice(comma + 1, end));
    if (next === undefined) break;
    address = next;
    end = comma;
  }
  return address;
}
