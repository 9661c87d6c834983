import type { ExecutionContext } from '@nestjs/common';
import type { ProxyAwareRequest } from '../network/is-forwarding-ignored';
import { TrustedProxies } from '../network/trusted-proxies';

/** What the guard reads of a request. */
export type ThrottledRequest = ProxyAwareRequest;

/** Clients: addresses and CIDR ranges, or a function that tells whether a request is of one. */
export type ClientList =
  readonly string[] | ((context: ExecutionContext) => boolean | Promise<boolean>);

/** Patterns of an application may take long on a long text. */
const MOST_AGENT_CHARS = 1_024;

/** Whether a user agent matches; a header too long for any browser matches nothing. */
export function isExemptAgent(agents: readonly RegExp[], { headers }: ThrottledRequest): boolean {
  if (agents.length === 0) return false;
  const agent = headers['user-agent'];
  if (typeof agent !== 'string' || agent.length > MOST_AGENT_CHARS) return false;
  return agents.some((pattern) => pattern.test(agent));
}

/**
 * @returns whether a request is of a listed client
 * @throws TypeError if an entry is neither an address nor a range
 */
export function clientList(
  where: string,
  list: ClientList,
  addressOf: (request: ThrottledRequest) => string | undefined,
): (context: ExecutionContext) => boolean | Promise<boolean> {
  if (typeof list === 'function') return list;
  if (!Array.isArray(list)) {
    throw new TypeError(`${where} must be a list of addresses and ranges, or a function.`);
  }
  const addresses = new TrustedProxies(list as readonly string[], where);
  return (context) => addresses.trusts(addressOf(context.getArgByIndex<ThrottledRequest>(0)));
}
