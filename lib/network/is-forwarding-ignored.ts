import { type AddressedRequest, peerAddress } from './client-address';
import type { TrustedProxies } from './trusted-proxies';

/** The parts that show whether the framework trusts a proxy: `app` is Express's, `ips` Fastify's. */
export interface ProxyAwareRequest extends AddressedRequest {
  readonly app?: { get?(setting: 'trust proxy'): unknown } | undefined;
  readonly ips?: readonly string[] | undefined;
}

/**
 * Whether a request came with `X-Forwarded-For` though nobody trusts a proxy: then either a client
 * makes it up, or every client behind a forgotten proxy shares the proxy's address.
 */
export function isForwardingIgnored(
  request: ProxyAwareRequest,
  trusted: TrustedProxies | undefined,
): boolean {
  if (trusted !== undefined || request.headers['x-forwarded-for'] === undefined) return false;
  const { app, ips, ip } = request;
  if (ip !== undefined && ip !== peerAddress(request)) return false;
  return app === undefined ? ips === undefined : !app.get?.('trust proxy');
}
